"""List common given names, whose they are, and their short forms.

Written down by hand for this project. A name that both women and men bear is in neither list.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

MALE = frozenset(
    """
    aaron abdel abdul abdulla abdullah abe abel abiy abraham abu adam adel adolf adolfo adrian
    aengus ahmad ahmed ahmet aidan ajay ajit akbar akira al alan alasdair alastair albert alberto
    aldo alec aled alejandro alek aleksandr aleksei alessandro alex alexander alexandre alexei
    alexey alexis alfonso alfred alfredo ali alistair allan allen alonso alonzo alun alvaro alvin
    amado amir amit amos anatoly anders andre andreas andrei andres andrew andrey andrzej andy
    angelo angus anil ansel anthony antoine anton antonio antony archie ari ariel aristide armando
    armin arnaud arne arnold art arthur arturo arvind asad ashok ashraf asif atul august augustine
    augusto axel ayman aziz barack barnaby barney baron barry bart bartholomew bashar basil bassam
    beau ben benedict benito benjamin benny bernard bernardo bernd bernie bert bill billy bjorn
    blake bob bobby bojan boris boyd brad bradford bradley brady bram brandon brendan brent bret
    brett brian bronson bruce bruno bryan bryce bryn bryson buddy burt byron caleb callum calum
    calvin carl carlo carlos carlton carson carter cathal cecil cedric cesar chad charles charlie
    chester chip chris christian christof christoph christophe christopher chuck chuka cian ciaran
    clarence clark claude claudio clay clayton clem clement cliff clifford clint clinton clive clyde
    cody colin colm connor conor conrad constantine corbin corey cormac cornelius cory craig crispin
    curt curtis cuthbert cyril cyrus dafydd daithi dale damian damien damon dan daniel danny dante
    darcy darius darrell darren darryl daryl dave david davis dean declan deepak demetrius denis
    dennis denny denzel derek dermot derrick desmond devin dewi dexter diarmuid dick didier diego
    dieter digby dimitri dinesh dirk dmitri dmitry dominic dominick dominique don donal donald
    donnie donny doug dougal douglas drew duncan dustin dwayne dwight dylan eamon eamonn earl ed
    eddie edgar edmond edmund edouard eduardo edward edwin efrain egbert ehud eli elias elijah
    elliot elliott ellis elmer elon elvis emanuel emeka emil emilio emmanuel emmett emyr enrico
    enrique eoghan eoin eric erich erick erik ernest ernesto ernie errol erwin esteban ethan euan
    eugene eustace evan evgeny ewan ewen ezra fabian fabio faisal fareed farhad farid federico
    felipe felix ferdinand fergal fergus fernando fidel finbarr finlay finn fintan floyd francesco
    francis francisco franco francois frank frankie franklin frans franz fraser fred freddie freddy
    frederic frederick fredrik friedrich fritz gabriel gareth garrett garry garth gary gaston gavin
    gene geoff geoffrey georg george georges geraint gerald gerard gerardo gerhard gerry gianni
    gideon gil gilbert giles gilles gino giorgio giovanni giuseppe glen glenn glyn gonzalo gordon
    graeme graham grant greg gregg gregor gregory griffin guido guillaume guillermo gunter gus
    gustav gustavo guy gwilym gwyn gyles haider hal hamid hamish hank hans harald hardeep harish
    harold haroon harrison harry hartmut harvey hasan hassan heath hector heinrich heinz helmut
    hendrik henri henrik henry herb herbert herman hernan hilton hiroshi homer horace horst hosni
    howard hubert hugh hugo humberto humphrey hussain hussein huw hywel iain ian ibrahim ieuan ifan
    ignacio igor ike ilan ilya imran ingo iorwerth irving irwin isaac isaiah ismail israel ivan ivo
    jack jackson jacob jacques jaime jair jake jakob jamal james jan janos jared jarrod jason jasper
    javier jay jean-claude jean-luc jean-marc jean-marie jean-paul jean-pierre jeb jed jeff
    jefferson jeffery jeffrey jens jeremiah jeremy jermaine jerome jerry jesus jim jimmy jinping
    joachim joao joaquin joe joel joey johan johann john johnny jon jonah jonas jonathan jordi jorge
    jose josef joseph josh joshua josiah juan juergen julian julio julius jurgen justin kamal kareem
    karim karl karsten keenan keith kellan ken kenneth kenny kent keqiang kevin khalid khalil kieran
    kirk klaus kofi konrad konstantin kris kristian kumar kurt kwame kyle lachlan lamar lance larry
    lars laurent lawrence lee len lenny leo leon leonard leonardo leonid leopold leroy lester levi
    lewis liam lindsey lionel llewelyn lloyd logan lorcan lorenzo lou louie louis luc luca lucas
    lucian luciano ludovic ludwig luigi luis luiz lukas luke luther lyndon mahmood mahmoud malachy
    malcolm manfred manmohan manny manuel marc marcel marcelo marco marcos marcus marek mario marius
    mark marlon marshall martin marty marvin massimo mathew mathias mathieu matt matteo matthew
    matthias matthieu maurice mauricio max maxim maximilian maxwell mehdi mehmet mel melvin michael
    michel miguel mihai mike mikhail milan miles milo milton miroslav mitch mitchell mitt mohamad
    mohamed mohammad mohammed mohsen moises monty morris mort moses moshe muhammad muhammed mukesh
    mungo murat murdo murray mustafa myles naftali narendra nasser nate nathan nathaniel naveed ned
    neil nelson neville niall nicholas nick nickolas nico nicolas niels nigel nikita nikola nikolai
    nikolas nitin noah noel nolan norbert norman octavio oisin oleg oliver olivier olusegun omar
    orlando orrin orville osama oscar oswald otto owain owen pablo paddy padraic padraig paolo
    pascal patricio patrick paul paulo pavel pedro per percy peregrine perry pete peter petr petro
    phil philip philippe phillip pierre piers pietro piotr pradeep prakash pranab preston qasem
    quentin quincy quinn rafael raghav rahul rajesh rajiv ralf ralph ramesh ramiro ramon ramzan rand
    randall randolph randy raphael rashid raul ravi ray raymond recep reggie reginald reince
    reinhold rene reuben rex reza rhodri rhys ricardo riccardo rich richard rick rickey ricky rob
    robbie robert roberto rocco rod roderick rodney rodolfo rodrigo roger rohan roland rolf rollo
    roman romeo ron ronald ronan ronnie rory roscoe ross rowland roy ruairi ruaridh ruben rudolf
    rudolph rudy rufus rupert rush russ russell rusty ryan saad sachin saddam saeed salim salman
    salvador salvatore samir samuel sandeep sanford sanjay saul scott scotty seamus sean sebastian
    serge sergei sergey sergio seth shane shashi shaun shawn sherrod shimon shinzo sholto sidney
    siegfried silvio simon solomon spencer spiro stan stanislav stanley stefan steffen stelios
    stephan stephane stephen sterling steve steven stewart struan stu stuart sundar sunil suresh
    sven syed tad tadhg tariq tarquin tayyip ted teddy terence terrance terrell terrence thabo theo
    theodore thierry thom thomas thorsten tim timothy tito tobias toby todd tom tomas tommy tomos
    tony travis trent trevor trey tristram trygve tucker tyler tyrone uhuru ulrich umberto uwe
    vaclav valentin vernon victor vijay vikram viktor vince vincent vincenzo vineet virgil vitaly
    vlad vladimir volodymyr wade wallace walt walter ward warren wayne wendell werner wesley wilbur
    wilfred wilhelm will willard willem william willie wilson winston wolfgang woodrow wyatt xavier
    yasser yevgeny yitzhak yoweri yusuf yves zach zachary zack zbigniew zeke zoltan
    """.split()
)

FEMALE = frozenset(
    """
    abby abigail ada adele adriana adrienne agatha agnes aicha aileen ailsa aimee aisha aisling
    alana alba alejandra alessandra alexandra alexandria alice alicia alina alisha alison allison
    alma alyssa amalia amanda amber amelia amina amira amy ana anais anastasia andrea angela
    angelica angelina angelique angharad anita anja ann anna annabel annabelle anne annegret
    annemarie annette annie anthea antoinette antonia anya aoife april arabella arianna arlene
    ashleigh ashley astrid audrey augusta aung aurora ava ayesha barbara beatrice beatriz becky
    belinda bella benazir bernadette bernice bertha bess beth bethan bethany betsy bette betty
    beverly beyonce bianca blanca bonnie branwen brenda bridget brigitte britney brittany brooke
    camila camilla camille candace candice cara carla carly carmela carmen carol carole carolina
    caroline carolyn carrie cassandra cassidy catalina catherine cathy catrin catriona cecile
    cecilia celeste celia celine ceri charlene charlotte chelsea cherie cheryl chloe christa
    christiana christina christine chrystia ciara cindy claire clara clare clarissa claudia
    clementine clodagh colleen condoleezza connie constance cora cordelia corinne courtney cressida
    cristina crystal cynthia daisy dalia daniela daniella danielle daphne darlene davina dawn debbie
    deborah debra deirdre delia della delores denise desiree diana diane dianne dina dolores
    donatella donna dora doreen doris dorothea dorothy edith edna edwina eileen eilidh eimear eithne
    ekaterina elaine eleanor elena eleonora eleri elisa elisabeth elisabetta elise elissa eliza
    elizabeth ella ellen elsa elsie eluned elvira emilia emily emma erica erika erin esme esmeralda
    esperanza estelle esther ethel eugenia eunice eva evelyn faith fatima fatma faye felicia
    felicity fernanda ffion fiona fionnuala flora florence frances francesca francine frederica
    freya frieda gabriela gabriella gabrielle gail galina gemma genevieve georgia georgina geraldine
    germaine gertrude gillian gina ginger giorgia gisela gladys glenda gloria golda grace grainne
    greta gretchen gwen gwendolyn gwyneth hadley haley hannah harriet hasina hattie hazel heather
    heidi helen helena helene helga henrietta hermione hilary hilda hillary hollie holly hope huma
    ida ilana ilhan imelda imogen ina indira ines ingrid irene irina iris irma isabel isabella
    isabelle isla isolde ivana ivanka ivy jacinda jackie jacqueline jamila jana jane janelle janet
    janice janine jasmine jayne jeanette jeanne jeannie jemima jen jenna jennifer jenny jessica jill
    jillian jo joan joann joanna joanne jocelyn jodi jodie johanna josefina josephine joy joyce
    juanita judith judy julia juliana julianne julie juliet juliette justine kamala kara karen karin
    karla kate katerina katharina katharine katherine kathie kathleen kathryn kathy katie katrin
    katrina katy kay kayla kayleigh keiko keira kellie kellyann kellyanne kendra khadija kiersten
    kimberley kimberly kirsten kirstjen kirsty kristen kristin kristina kristine lana lara larissa
    latoya laura lauren laurie lavinia lea leah leila lena leona leonora lesley leticia letitia
    liana lidia lila lilian liliana lillian lily lina linda lisa lise liz liza lizzie lois lola
    loretta lori lorraine lottie louisa louise lowri lucia lucie lucille lucinda lucy ludmila luisa
    luz lydia lynda lynette lynn lynne mabel macarena madeleine madeline mae maeve maggie maia
    mairead mairi malala malia mandy manuela mara marcela marcia margaret margarita margery margot
    margrethe marguerite maria mariam mariana marianne marie mariel marietta marilyn marina marisa
    marissa marjorie marlene marsha marta martha martina mary maryam maryanne matilda maud maureen
    mavis maxine maya meg megan meghan megyn mehbooba melania melanie melinda melissa mercedes
    meredith meryl mhairi mia michaela michele michelle mildred millicent millie minerva mira
    miranda miriam misty mitsuko moira mollie molly mona monica monika monique morag muriel myra
    myrna nadezhda nadia nadine nan nancy naomi natalia natalie natasha nellie nerys niamh nicola
    nicole nikki nina noemi nora norah noreen norma nuala octavia odette oksana olena olga olive
    olivia olwen omarosa oonagh oprah orla orlagh ottilie paige pamela patrice patricia patsy patti
    patty paula paulette paulina pauline pearl peggy penelope penny petra petronella philippa phoebe
    phyllis polly portia priscilla priti priyanka prunella rachel rahima ramona raquel reba rebecca
    rebekah regina rena renata renee rhian rhiannon rhoda rhona rhonda rina rita roberta rochelle
    roisin romina rosa rosalia rosalie rosalind rosalyn rosamund rosanna rose roseanne rosemarie
    rosemary rosie rowena roxanne ruby ruth sabine sabrina sadie sally salma samantha sandra sanna
    saoirse sara sarah sarita savannah scarlett selena selma serena shaheen sharon sheena sheila
    shelley sherri sherry sheryl shirley shona sian sibyl silvia simone sinead siobhan sioned sofia
    sonia sonja sonya sophia sophie sorcha stacey stacy stella stephanie sue susan susana susanna
    susannah susanne susie suzan suzanne svetlana sybil sylvia sylvie tabitha tamara tammy tamsin
    tania tanya tara tatiana teresa tessa thelma theodora theresa therese tiffany tilda tina toni
    tonya tracey trish trisha trudy tulsi ulrike una ursula valentina valeria valerie vanessa
    venetia vera verena veronica veronique vicki vicky victoria viola violet virginia vivian viviane
    vivien wanda wendy whitney wilhelmina wilma winifred winnie xiomara yasmin yasmine yelena yoko
    yolanda yulia yvette yvonne zahra zainab zara zelda zoe zoey zuzana
    """.split()
)
EITHER = frozenset(
    """
    robin pat sam lee terry kerry tracy leslie lesley jamie casey dana jean kim lindsay hilary evelyn ashley shannon
    sandy jackie robbie andrea nicola francis frances jordan taylor cameron jessie jody kelly laurie lynn marion
    meredith sidney stacy tracey val vivian viv charlie frankie billie bobbie drew alex chris nicky toni jan noel
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
        "gerald": "gerry jerry", "philip": "phil phillip", "leonard": "len lenny", "douglas": "doug",
        "kimberly": "kim",
        "pamela": "pam",
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
