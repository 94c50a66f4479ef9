"""List common given names, whose they are, and their short forms.

Written down by hand for this project. A name that both women and men bear is in neither list.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

MALE = frozenset(
    """
    aaron abdel abdoulaye abdul abdulla abdullah abe abel abiy abraham abu adam adel adolf adolfo
    adrian aengus ahmad ahmed ahmet aidan ajay ajit akbar akhmad akihito akira al alain alan
    alasdair alastair albert alberto aldo alec aled alejandro alek aleksandar aleksander aleksandr
    aleksei alessandro alexander alexandre alexei alexey alfonso alfred alfredo algernon
    ali alistair allan allen alonso alonzo alun alvaro alvin amado amadou amir amit amos anatoly
    anders andre andreas andrei andres andrew andrey andrzej andy aneurin angelo angus anibal anil
    ansel anthony antoine anton antonio antony archibald archie ari aristide arjun arkady
    armando armin arnaud arne arnold arsene art arthur arturo arun arvind asad ashok ashraf asif
    aslan atal atiku atul auberon august augustine augusto avigdor axel ayman aziz babatunde bakili
    baltasar barack barnaby barney baron barry bart bartholomew bashar basil bassam beau ben
    benedict benito benjamin benny bernard bernardo bernd bernie bert bertil bertrand bilal bill
    billy bingu binyamin bjorn blaise bob bobby bojan boris boyd brad bradford bradley brady
    bram brandon branko brendan brent bret brett brian bronislaw bronson bruce bruno bryan bryce
    bryn bryson buddy bulent burt byron caleb callum calum calvin carl carlo carlos carlton carmelo
    carson carter cathal cecil cedric cemil cesar cesare chad charles charlie chester chidi chinedu chinua
    chip chris christian christof christoph christophe christopher chuck chuka cian ciaran clarence
    clark claude claudio clay clayton clem clement cliff clifford clint clinton clive clyde cody
    colin colm connor conor conrad constantine corbin corey cormac cornelius cory craig crispin curt
    curtis cuthbert cyril cyrus dafydd daithi dale damian damien damon dan daniel danny dante darcy
    darius darrell darren darryl daryl dave david davis dean declan deepak demetrius denis dennis
    denny denzel derek dermot derrick desmond detlef devin devlet dewi dexter diarmuid dick didier
    diego dieter digby dimitri dinesh dirk dmitri dmitry domenico dominic dominick don
    donal donald donnie donny doug dougal douglas dov dragan duane duncan dustin dwayne dwight
    dylan eamon eamonn earl ebenezer ed eddie edgar edmond edmund edouard eduard eduardo edward
    edwin efrain egbert ehud elbert eli elias elie elijah elliot elliott ellis elmer elon elton
    elvin elvis emanuel emeka emil emile emilio emmanuel emmerson emmett emrys emyr enoch enrico
    enrique eoghan eoin eric erich erick erik erkki ernest ernesto ernie errol erwin esko esteban
    ethan etienne euan eugene eustace evan evgeny evo ewan ewen ezra fabian fabien fabio fabrice
    faisal fareed farhad farid farooq federico fedor felipe felix femi ferdinand fergal fergus fernando
    festus fidel finbarr finlay finn fintan florent floyd francesco francis francisco franco
    francois frank franklin frans franz fraser fred freddie freddy frederic frederick
    fredrik friedrich fritz fyodor gabriel ganesh gareth garrett garry garth gary gaston gautam
    gavin gene gennady geoff geoffrey georg george georges georgy geraint gerald gerard gerardo
    gerhard gerry gethin gianfranco gianni gideon gil gilbert giles gilles gino giorgio giovanni
    giulio giuseppe glen glenn glyn godfrey gonzalo goodluck goran gordon graeme graham grant greg
    gregg gregor gregory griffin grigory guenter guido guillaume guillermo gunnar gunter gunther gus
    gustav gustavo guy gwilym gwyn gyles haider haim hakan hal hamed hamid hamish hank hans harald
    hardeep harish harlan harold haroon harrison harry hartmut haruki harvey hasan hassan heath
    hector heiko heinrich heinz heizo helmut hendrik henri henrik henry herb herbert herman hermann
    hernan herve hideki hilton hiram hirohito hiroshi holger homer horace horst hosni howard howie
    hubert hugh hugo humberto humphrey hussain hussein huw hywel iain ian ibrahim ichiro idris
    iestyn ieuan ifan ifor ignacio igor ike ilan ilya imran ingemar ingo inzamam iorwerth irv irving
    irwin isaac isaiah isiah ismail ismet israel ivan ivica ivo iyad jacek jack jackson jacob
    jacques jair jake jakob jamal james janez janos jared jarmo jaroslav jaroslaw jarrod
    jason jasper jaswant javed javier jay jean-claude jean-luc jean-marc jean-marie jean-paul
    jean-pierre jeb jed jeff jefferson jeffery jeffrey jens jeremiah jeremy jermaine jerome jerry
    jerzy jesse jesus jiabao jim jimmie jimmy jinping jintao joachim joao joaquin jochen joe joel
    joerg joey johan johann john johnny jolyon jomo jon jonah jonas jonathan jonny jordi jorg jorge
    joschka jose jose-manuel josef joseph josh joshua josiah jozef juan juergen juha jukka julian
    julio julius junichiro jurgen justin kaj kamal kanye kareem karim karl karl-heinz karsten kazuo keenan
    keith keizo kellan kelvin kemal ken kenji kenneth kenny kent keqiang ketumile kevin khaled
    khalid khalil kieran kimi kirill kirk kjell klaus kofi koji kojo konrad konstantin kris kristian
    krzysztof kumar kurt kwame kwesi kyle lachlan ladislav lalit lalu lamar lamberto lance lansana
    larry lars laurent lawrence lazaro lech lee leif len lennart lenny leo leon leonard leonardo
    leonel leonid leopold leopoldo leroy lester leszek levi lewis liam linus lionel llewelyn
    lloyd logan lonnie lorcan lorenzo lothar lou louie louis lubomir luc luca lucas lucian luciano
    ludovic ludwig luigi luis luiz lukas luke luther lyle lyndon magnus mahesh mahmood mahmoud
    mahmud makoto maksim malachy malcolm mamadou manfred manmohan manny manuel marc marcel marcelo
    marco marcos marcus marek mariano mario marius mark markus marlon marshall martin marty marvin
    masahiro masaru massimo mateusz mathew mathias mathieu matt matteo matthew matthias matthieu
    matti maurice mauricio maurizio max maxim maximilian maxwell mehdi mehmet meir melvin melvyn
    mervyn mesut micah michael michel mick mickey micky miguel mihai mikael mike mikhail mikulas milan
    miles milo milos miloslav milton minoru mirek miroslav mitch mitchell mitt modibo mohamad
    mohamed mohammad mohammed mohsen moises monty morris mort moses moshe moussa muhammad muhammed
    mukesh mungo murat murdo murray mustafa mwai myles myron nabil naftali naoki naoto narendra naresh
    nasser natan nate nathan nathaniel naveed neal necmettin ned neil nelson nestor neville niall nicanor
    nicholas nick nickolas nico nicolas niels nigel nikita nikola nikolai nikolas nils nitin nizar
    nnamdi noah noboru nobuyuki noel nolan norbert norman nuhu nuno obafemi octavio oisin oleg
    oliver olivier olle ollie olof olusegun omar orhan orlando orrin orville osama osamu oscar oskar
    oswald otis otto oumar ousmane owain owen paavo pablo paddy padraic padraig paolo pascal
    patricio patrick paul paulo pavel pedro pekka per percy peregrine perry pervez pete peter petr
    petro phil philip philippe phillip phineas piero pierre piers pietro piotr pradeep prakash
    pranab preston qasem quentin quincy radek radoslaw radovan rafael rafik rafiq raghav rahm
    rahul rainer rajesh rajiv rakesh ralf ralph ramesh ramiro ramon ramzan rand randal randall
    randolph randy raphael rashid rasmus ratko raul ravi ray raymond recep reggie reginald reince
    reinhard reinhold renato rene reuben rex reza rhodri rhys riad ricardo riccardo rich richard
    rick rickey ricky ritchie rob robbie robert roberto rocco rod roderick rodger rodney rodolfo rodrigo
    roger rohan rohit roland rolf rollo roman romano romeo ron ronald ronan ronnie rory roscoe ross
    rowland roy ruairi ruaridh ruben rudi rudolf rudolph rudy rufus rupert rush ruslan russ russell
    rusty ryan saad sachin saddam saeed salim salman salvador salvatore samir sammy samuel sandeep
    sandro sanford sanjay satoshi saul saurav sayed scott scotty seamus sean sebastian semyon serge
    sergei sergey sergio seth seydou shahid shamil shane shashi shaukat shaul shaun shawn sherrod
    shigeru shimon shinzo sholto sid siegfried sigmar silvano silvio simon sipho slobodan solomon
    souleymane sourav spencer spiro stan stanislav stanislaw stanley stefan stefano steffen stelios
    sten stephan stephane stephen sterling steve steven stewart stig stipe struan stu stuart
    suleyman sundar sunil suresh sven svend syed sylvain tad tadashi tadeusz tadhg takashi takeshi
    tarek tariq tarquin tawfiq tayyip ted teddy tendai terence terrance terrell terrence thabo theo
    theodore thierry thilo thom thomas thorbjorn thorsten thorvald tiago tim timo timothy tito
    tobias toby todd tom tomas tommaso tommy tomos tony torbjorn torquil torsten toshihiko travis
    trent trevor trey tristan tristram trygve tucker tunde turgut tyler tyrone tzachi udo uhuru ulf
    ulrich umar umaru umberto usama uwe vaclav valentin valery vasco vasily vaughn vern vernon
    vic vicente victor vijay vikram viktor vince vincent vincenzo vineet vinnie virender virgil vitaly
    vittorio vivek vlad vladimir vladislav vojislav volker volodymyr vyacheslav wade wael walid wallace
    wally walt walter waqar ward warren waseem wasim wayne wendell werner wesley wieslaw wilbur wilfred
    wilfrid wilhelm will willard willem willi william willie wilson winston wladyslaw wlodzimierz
    wojciech wole wolfgang woodrow wyatt xavier yaakov yasar yashwant yasir yasser yasuhiro yasuo
    yevgeny yitzhak yoshihiko yoshiro yossi younis youssef yoweri yukio yuri yusuf yves zach zachary
    zack zahid zaid zaki zbigniew zdenek zeev zeke ziad zoltan zoran zygmunt
    """.split()
)

FEMALE = frozenset(
    """
    abby abigail ada adele adriana adrienne agatha agnes aicha aileen ailsa aimee aisha aisling
    alana alannah alba alejandra alessandra alexandra alexandria alice alicia alina alisha alison allison
    alma alyssa amalia amanda amber amelia amina amira amy ana anais anastasia angela
    angelica angelina angelique angharad anita anja anke ann anna annabel annabelle anne annegret
    annemarie annette annie anthea antoinette antonia anya aoife april arabella arianna arlene
    ashleigh astrid audrey augusta aung aurora ava avril ayesha barbara beatrice beatriz
    becky belinda bella benazir bernadette bernice bertha beryl bess beth bethan bethany betsy bette betty
    beverley beverly beyonce bianca biljana birgitta blanca bonnie branwen brenda bridget brigitte
    britney brittany bronwyn brooke caitriona camila camilla camille candace candice cara carla carly
    carmela carmen carol carole carolina caroline carolyn carrie cassandra cassidy catalina
    catherine cathie cathy catrin catriona cecile cecilia celeste celia celine ceri chandrika
    charlene charlotte chelsea cherie cheryl chiara chloe christa christiana christina christine chrystia
    ciara cindy claire clara clare clarissa claudia clementine clodagh coleen colleen condoleezza
    connie constance consuelo cora corazon cordelia corinne courtney cressida cristina crystal
    cynthia daisy dalia daniela daniella danielle daphne darlene davina dawn debbie deborah debra
    deirdre delia della delores denise desiree diana diane dianne dilma dina dinah dolores donatella
    donna dora doreen doris dorothea dorothy edith edna edwina eileen eilidh eimear eithne ekaterina
    elaine eleanor elena eleonora eleri elisa elisabeth elisabetta elise elissa eliza elizabeth ella
    ellen elsa elsie eluned elvira emilia emily emma enid erica erika erin erna esme esmeralda
    esperanza estelle esther ethel eugenia eunice eva evelyn evita fadela faith fatima fatma faye
    felicia felicity fernanda ffion fiona fionnuala flora florence frances francesca francine
    francoise freda frederica freya frieda gabriela gabriella gabrielle gail galina gemma genevieve
    georgia georgina geraldine germaine gertrude gesine gillian gina ginger giorgia gisela giselle
    gladys glenda gloria golda graca grace grainne greta gretchen gwen gwendolyn gwyneth hadley
    haley hanan hannah harriet hasina hattie hazel heather heide heidemarie heidi helen helena
    helene helga henrietta hermione herta hilary hilda hillary hollie holly hope huma ida ilana
    ilhan imelda imogen ina indira ines ingrid ingrida irene irina iris irma isabel isabella
    isabelle isla isobel isolde ivana ivanka ivy jacinda jackie jacqueline jacqui jadranka jamila
    jana jane janelle janet janice janine jasmine jayne jeanette jeanne jeannie jemima jen jenna
    jennifer jenny jessica jill jillian jo joan joann joanna joanne jocelyn jodi jodie johanna
    josefina josephine josette josie joy joyce juanita judi judith judy julia juliana julianne julie
    juliet juliette justine kaja kamala kara karen karin karla kate katerina katharina katharine
    katherine kathie kathleen kathryn kathy katie katrin katrina katy kavita kay kayla kayleigh keiko keira
    kellie kellyann kellyanne kendra khadija khaleda kiersten kimberley kimberly kirsten kirstjen
    kirsty kolinda kristen kristin kristina kristine ksenia kylie lakshmi lana lara larissa latoya laura
    lauren laurie lavinia lea leah leanne leila lena leona leonora lesley leticia letitia leymah
    liana lidia lila lilian liliana lillian lily limor lina linda lisa lise liz liza lizzie lois
    lola loretta lori lorna lorraine lottie louisa louise lowri lucia lucie lucille lucinda lucy
    ludmila luisa luz lydia lynda lyndsey lynette lynn lynne lyudmila mabel macarena madeleine
    madeline mae maeve maggie maia maire mairead mairi malala malia mamata mandy manuela mara
    marcela marcia margaret margarita margery margo margot margrethe marguerite maria mariam mariana
    marianne marie marie-george mariel marielle marietta marilyn marina marisa marissa marjorie
    marlene marsha marta martha martina martine mary maryam maryanne masha matilda maud maureen
    mavis maxine maya mayawati meg megan megawati meghan megyn mehbooba melania melanie melinda
    melissa mercedes meredith meryl mette mhairi mia michaela michele michelle milagros mildred
    millicent millie mimi minerva minnie mira miranda mireya miriam misty mitsuko moira mollie molly
    mona monica monika monique morag muriel murielle myra myrna nadezhda nadia nadine nan nancy
    naomi natalia natalie nataliya natasa natasha nathalie nell nellie nerys ngozi niamh nicola nicole
    nigella nikki nina noelle noemi nora norah noreen norma nuala octavia odette odile oksana olena
    olga olive olivia olwen omarosa oona oonagh ophelia oprah orla orlagh ottilie paige pam pamela
    pascale patrice patricia patsy patti patty paula paulette paulina pauline pearl peggy penelope
    penny petra petronella philippa phoebe phyllis pilar pippa polly portia pratibha priscilla priti
    priya priyanka prunella queenie rachel rachida rahima raisa ramona raquel reba rebecca rebekah regina
    rena renata renate renee rhian rhiannon rhoda rhona rhonda rigoberta rina rita roberta robyn rochelle
    rocio roisin romina rosa rosalia rosalie rosalind rosalyn rosamund rosanna rose roseanna
    roseanne roselyne rosemarie rosemary rosie rowena roxanne ruby ruth sabine sabrina sadie sally
    salma samantha sandra sandrine sanna saoirse sara sarah sarita savannah scarlett segolene selena
    selina selma serena severine shaheen shakira sharon sheena sheila shelley sherri sherry sheryl
    shirin shirley shona sian sibyl sienna sigrid silke silvia simone sinead siobhan sioned sirimavo
    sofia solange soledad sonia sonja sonya sophia sophie sorcha stacey stacy steffi stella
    stephanie sue suha sunita susan susana susanna susannah susanne sushma susie suzan suzanne svetlana
    sybil sylvia sylvie tabitha tamara tammy tamsin tania tanya tara tarja tatiana teresa terri tess
    tessa thelma theodora theresa therese tiffany tilda tina toni tonya tracey trish trisha trudy
    tulsi tzipi ulla ulrike una ursula ute vaira valentina valeria valerie vanessa venetia vera
    verena verity veronica veronique vesna vicki vicky victoria viola violet violeta virginia
    virginie vivian viviane vivien vivienne wanda wangari wendy whitney wilhelmina wilma winifred
    winnie ximena xiomara yael yasmin yasmine yekaterina yelena yoko yolanda yulia yvette yvonne
    zahra zainab zara zelda zoe zoey zuzana
    """.split()
)
EITHER = frozenset(
    """
    robin pat sam lee terry kerry tracy leslie lesley jamie casey dana jean kim lindsay hilary evelyn shannon
    sandy jackie robbie nicola francis frances jordan taylor cameron jessie jody kelly laurie lynn marion
    laurence marian kari jess mika stevie ashley andrea sidney frankie drew alex jan lindsey dominique ariel blake
    quinn alexis jaime mel meredith stacy tracey val vivian viv charlie billie bobbie chris nicky toni noel
    """.split()
)
"""Given names that both women and men bear."""
GIVEN_AND_PLACE = frozenset(
    """
    virginia georgia charlotte carolina austin dallas florence sydney jordan israel chad paris
    victoria madison jackson lincoln houston savannah orlando carson clinton grant wilson jefferson
    washington tyler will may april june august grace faith hope joy ford norman lamar kent chester
    marina chelsea augusta
    """.split()
)
"""Given names that are as often something else: alone they make nobody a person."""
NICKNAMES = {
    nick: name
    for name, nicks in {
        "william": "bill billy will", "robert": "bob bobby rob robbie", "richard": "dick rick rich",
        "james": "jim jimmy jamie", "joseph": "joe joey", "michael": "mike mick", "thomas": "tom tommy",
        "timothy": "tim", "christopher": "chris", "charles": "charlie chuck", "edward": "ed eddie ted",
        "benjamin": "ben", "bernard": "bernie", "anthony": "tony", "daniel": "dan danny", "david": "dave",
        "donald": "don donnie", "gregory": "greg", "jeffrey": "jeff", "kenneth": "ken",
        "lawrence": "larry", "matthew": "matt", "nicholas": "nick", "patrick": "pat", "peter": "pete",
        "ronald": "ron",
        "samuel": "sam", "stephen": "steve steven", "andrew": "andy drew", "elizabeth": "liz beth betsy",
        "katherine": "kate kathy katie catherine", "deborah": "debbie debra", "susan": "sue susie",
        "margaret": "maggie peggy", "rebecca": "becky", "jennifer": "jen jenny", "jacob": "jake",
        "zachary": "zach zack", "alexander": "alex", "frederick": "fred", "raymond": "ray",
        "gerald": "gerry jerry jerrold jerald", "philip": "phil phillip", "leonard": "len lenny", "douglas": "doug",
        "kimberly": "kim", "sandra": "sandy", "victoria": "vicky vicki", "jacqueline": "jackie",
        "pamela": "pam", "rudolph": "rudy rudolf", "abigail": "abby", "theodore": "theo", "nathan": "nate",
        "vincent": "vince", "walter": "walt", "gabriel": "gabe", "mitchell": "mitch", "randall": "randy",
        "russell": "russ", "sidney": "sid", "stanley": "stan", "wesley": "wes", "clifford": "cliff",
        "geoffrey": "geoff", "gilbert": "gil", "herbert": "herb", "joshua": "josh", "jonathan": "jon",
        "judith": "judy", "martin": "marty", "norman": "norm", "oliver": "ollie", "reginald": "reg reggie",
        "roderick": "rod", "tobias": "toby", "cynthia": "cindy", "barbara": "barb", "amanda": "mandy",
        "angela": "angie", "gwendolyn": "gwen", "jessica": "jess jessie", "stephanie": "steph",
    }.items()
    for nick in nicks.split()
}  # fmt: skip
"""Short form to given name."""


def gender_of(given: str) -> Gender | None:
    """Return whether a given name, in small letters, is a man's or a woman's; None for both and for unknown."""
    if given in MALE:
        return None if given in FEMALE else "m"
    if given in FEMALE:
        return "f"
    head = given.partition("-")[0]
    return gender_of(head) if head != given else None


def is_given(word: str) -> bool:
    """Return whether a word, in small letters, is a given name that is listed here."""
    return word in EITHER or gender_of(word) is not None


def is_given_for_sure(word: str) -> bool:
    """Return whether a word, in small letters, is a given name that is listed here, and no place."""
    return word not in GIVEN_AND_PLACE and is_given(word)
