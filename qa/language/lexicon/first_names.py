"""List common given names, whose they are, and their short forms.

Written down by hand for this project. A name that both women and men bear is in neither list.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f"]

MALE = frozenset(
    """
    aaron abdel abdul abdullah abdulla abe abel abraham abu adam adel adolf adolfo adrian ahmad
    ahmed ahmet aidan ajay akbar akira al alan alastair albert alberto aldo alec alejandro alek
    aleksandr aleksei alessandro alex alexander alexandre alexei alexey alexis alfonso alfred
    alfredo ali alistair allan allen alonso alonzo alvaro alvin amado amir amit amos anatoly anders
    andre andreas andrei andres andrew andrey andrzej andy angelo angus anil ansel antoine anton
    antonio anthony antony archie ari ariel aristide armando armin arne arnold arnaud art arthur
    arturo asad ashok ashraf asif atul august augustine augusto axel ayman aziz barack barney baron
    barry bart bashar bassam basil beau ben benedict benito benjamin benny bernard bernardo bernd
    bernie bert bill billy bjorn blake bob bobby bojan boris boyd brad bradford bradley brady bram
    brandon brendan brent bret brett brian bronson bruce bruno bryan bryce bryson buddy burt byron caleb
    calvin carl carlo carlos carlton carson carter cecil cedric cesar chad charles charlie chester
    chip chris christian christof christoph christophe christopher chuck clarence clark claude
    claudio clay clayton clem clement cliff clifford clint clinton clive clyde cody colin colm conor
    connor conrad constantine corbin corey cornelius cory craig curt curtis cyril cyrus dale damian
    damien damon dan daniel danny dante darcy darius darrell darren darryl daryl dave david davis
    dean demetrius denis dennis denny denzel derek dermot derrick desmond devin dexter dick didier
    diego dieter dimitri dinesh dirk dmitri dmitry dominic dominick dominique don donald donnie
    donny doug douglas drew duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo edmund
    edmond edouard edward edwin efrain ehud eli elias elijah elliot elliott ellis elmer elon elvis
    emanuel emil emilio emmanuel emmett enrico enrique eric erich erick erik ernest ernesto ernie
    errol erwin esteban ethan eugene evan evgeny ezra fabian fabio faisal farid fareed farhad
    federico felipe felix ferdinand fergus fernando fidel finn floyd francesco francis francisco
    franco francois frank frankie franklin frans franz fraser fred freddie freddy frederic frederick
    fredrik friedrich fritz gabriel gareth garrett garry garth gary gaston gavin gene geoff geoffrey
    georg george georges gerald gerard gerardo gerhard gerry gianni gideon gil gilbert gilles gino
    giorgio giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregg gregor gregory
    griffin guido guillaume guillermo gunter gus gustav gustavo guy haider hal hamid hamish hank
    hans harald hardeep harish harold haroon harrison harry hartmut harvey hasan hassan heath hector
    heinrich heinz helmut hendrik henri henrik henry herb herbert herman hernan hilton hiroshi homer
    horace horst hosni howard hubert hugh hugo humberto hussain hussein iain ian ibrahim ignacio
    igor ike ilan ilya imran ingo irving irwin isaac isaiah ismail israel ivan ivo jack jackson
    jacob jacques jaime jair jake jakob jamal james jan janos jared jarrod jason javier jay
    jean-claude jean-luc jean-marc jean-marie jean-paul jean-pierre jeb jed jeff jefferson jeffery
    jeffrey jens jeremiah jeremy jermaine jerome jerry jesus jim jimmy joachim joaquin joe joel joey
    johan johann john johnny jon jonah jonas jonathan jordi jorge jose josef joseph josh joshua
    josiah juan juergen julian julio julius jurgen justin kamal kareem karim karl karsten keenan
    keith kellan ken kenneth kenny kent kevin khalid khalil kirk klaus konrad konstantin kris
    kristian kumar kurt kyle lamar lance larry lars laurent lawrence lee len lenny leo leon leonard
    leonardo leonid leopold leroy lester levi lewis liam lindsey lionel lloyd logan lorenzo lou
    louie louis luc luca lucas lucian luciano ludwig luigi luis luiz lukas luke luther lyndon
    mahmood mahmoud malcolm manfred manny manuel marc marcel marcelo marco marcos marcus marek mario
    marius mark marlon marshall martin marty marvin massimo mathew mathias mathieu matt matteo
    matthew matthias matthieu maurice mauricio max maxim maximilian maxwell mehdi mehmet mel melvin
    michael michel miguel mihai mike mikhail miles milan milo milton miroslav mitch mitchell mitt
    mohamed mohamad mohammad mohammed mohsen moises monty morris mort moses moshe muhammad muhammed
    murat murray mustafa naftali narendra nasser nate nathan nathaniel naveed ned neil nelson
    nicholas nick nickolas nico nicola nicolas niels nigel nikita nikola nikolai nikolas noah noel
    nolan norbert norman octavio oleg olivier oliver omar orlando orrin orville oscar osama oswald
    otto owen pablo paddy paolo pascal patrick patricio paul paulo pavel pedro per percy perry pete
    peter petr petro phil philip philippe phillip pierre pietro piotr prakash pranab preston qasem
    quentin quincy quinn rafael raghav rahul rajiv rajesh ralf ralph ramesh ramiro ramon ramzan rand
    randall randolph randy raphael rashid raul ravi ray raymond recep reggie reginald reince
    reinhold rene reuben rex reza ricardo riccardo rich richard rick rickey ricky rob robbie robert
    roberto rocco rod roderick rodney rodolfo rodrigo roger rohan roland rolf roman romeo ron ronald
    ronan ronnie rory roscoe ross roy ruben rudolf rudolph rudy rupert rush russ russell rusty ryan
    saad saddam saeed salim salman salvador salvatore samir samuel sandeep sanford sanjay saul scott
    scotty sean sebastian serge sergei sergey sergio seth shane shaun shawn sherrod shimon shinzo
    sidney siegfried silvio simon solomon spencer spiro stan stanislav stanley stefan steffen
    stelios stephane stephan stephen sterling steve steven stewart stu stuart sundar sunil suresh
    sven syed tad tariq tayyip ted teddy terence terrance terrell terrence theo theodore thierry
    thom thomas thorsten tim timothy tito tobias toby todd tom tomas tommy tony travis trent trevor
    trey trygve tucker tyler tyrone ulrich umberto uwe vaclav valentin vernon victor viktor vince
    vincent vincenzo vineet virgil vitaly vlad vladimir volodymyr wade wallace walt walter ward
    warren wayne wendell werner wesley wilbur wilfred wilhelm will willard willem william willie
    wilson winston wolfgang woodrow wyatt xavier yasser yevgeny yitzhak yusuf yves zachary zach zack
    zbigniew zeke zoltan keqiang jinping ajit arvind deepak manmohan mukesh nitin pradeep sachin
    shashi vijay vikram chuka emeka kofi kwame olusegun thabo uhuru yoweri joao abiy
    """.split()
)

FEMALE = frozenset(
    """
    abby abigail ada adele adriana adrienne agatha agnes aicha aileen aimee aisha alana alba
    alejandra alessandra alexandra alexandria alice alicia alina alisha alison allison alma alyssa
    amalia amanda amber amelia amina amira amy ana anastasia andrea angela angelica angelina
    angelique anita anja ann anna annabel anne annegret annemarie annette annie anthea antonia
    antoinette anya april arianna arlene ashleigh ashley astrid audrey augusta aung aurora ava
    ayesha barbara beatrice beatriz becky belinda bella benazir bernadette bernice bertha bess beth
    bethany betsy bette betty beverly beyonce bianca blanca bonnie brenda bridget brigitte britney
    brittany brooke camila camilla camille candace candice cara carla carly carmela carmen carol
    carole carolina caroline carolyn carrie cassandra cassidy catalina catherine cathy cecilia
    cecile celeste celia celine charlene charlotte chelsea cherie cheryl chloe christa christiana
    christina christine chrystia cindy claire clara clarissa claudia clementine colleen condoleezza
    connie constance cora cordelia corinne courtney cristina crystal cynthia daisy dalia daniela
    daniella danielle daphne darlene dawn debbie deborah debra deirdre delia della delores denise
    desiree diana diane dianne dina dolores donna dora doreen doris dorothea dorothy edith edna
    eileen elaine eleanor elena eleonora elise elisa elisabeth elissa eliza elizabeth ella ellen
    elsa elsie elvira emilia emily emma erica erika erin esmeralda esperanza estelle esther ethel
    eugenia eunice eva evelyn faith fatima fatma faye felicia felicity fernanda fiona flora florence
    frances francesca francine frederica frieda gabriela gabriella gabrielle gail gemma genevieve
    georgia georgina geraldine germaine gertrude gillian gina ginger giorgia gisela gladys glenda
    gloria golda grace greta gretchen gwen gwendolyn hadley haley hannah harriet hattie hazel
    heather heidi helen helena helene helga henrietta hilary hilda hillary holly hope ida ilana
    ilhan imelda ina ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy jackie
    jacqueline jacinda jamila jana jane janelle janet janice janine jasmine jayne jeanette jeanne
    jeannie jemima jen jenna jennifer jenny jessica jill jillian jo joan joann joanna joanne jocelyn
    jodi jodie johanna josefina josephine joy joyce juanita judith judy julia juliana julianne julie
    juliet juliette justine kamala kara karen karin karla kate katerina katharina katharine
    katherine kathie kathleen kathryn kathy katie katrina katy kay kayla kayleigh keiko kellyanne
    kendra khadija kiersten kimberley kimberly kirsten kirstjen kristen kristin kristina kristine
    lana lara larissa latoya laura lauren laurie lea leah leila lena leona leonora leticia liana
    lidia lila lilian liliana lillian lily lina linda lisa lise liz liza lizzie lois lola loretta
    lori lorraine louisa louise lucia lucie lucille lucinda lucy luisa luz lydia lynda lynette lynn
    lynne mabel macarena madeleine madeline mae maggie maia malala malia mandy manuela mara marcela
    marcia margaret margarita margery margot marguerite maria mariam mariana marianne marie mariel
    marietta marilyn marina marisa marissa marjorie marlene marsha marta martha martina mary maryam
    maryanne matilda maud maureen mavis maxine maya megan meghan meg mehbooba melania melanie
    melinda melissa mercedes meredith meryl mia michaela michele michelle mildred millicent millie
    minerva mira miranda miriam misty mitsuko moira mollie molly mona monica monika monique muriel
    myra myrna nadia nadine nan nancy naomi natalia natalie natasha nellie nicole nikki nina noemi
    nora norah noreen norma octavia odette olga olive olivia omarosa oprah paige pamela patrice
    patricia patsy patti patty paula paulette paulina pauline pearl peggy penelope penny petra
    phoebe phyllis polly portia priscilla priti priyanka rachel rahima ramona raquel reba rebecca
    rebekah regina rena renata renee rhoda rhonda rina rita roberta rochelle romina rosa rosalia
    rosalie rosalind rosalyn rosamund rosanna rose roseanne rosemarie rosemary rosie roxanne ruby
    ruth sabine sabrina sadie sally salma samantha sandra sanna sara sarah sarita savannah scarlett
    selena selma serena shaheen sharon sheila shelley sherri sherry sheryl shirley sibyl silvia
    simone sinead siobhan sofia sonia sonja sonya sophia sophie stacey stacy stella stephanie sue
    susan susana susanna susannah susanne susie suzan suzanne svetlana sybil sylvia sylvie tabitha
    tamara tammy tania tanya tara tatiana teresa tessa thelma theresa therese tiffany tilda tina
    toni tonya tracey trisha trish trudy tulsi ursula valentina valeria valerie vanessa vera verena
    veronica veronique vicki vicky victoria viola violet virginia vivian viviane vivien wanda wendy
    whitney wilhelmina wilma winifred winnie xiomara yasmin yasmine yolanda yoko yulia yvette yvonne
    zahra zainab zelda zoe zoey zuzana hasina indira megyn kellyann huma elisabetta donatella anais
    ludmila oksana olena nadezhda galina yelena ekaterina margrethe ulrike katrin hollie kellie
    lottie keira freya imogen niamh
    """.split()
)
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
