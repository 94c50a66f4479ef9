"""List the words for what happens, with those that tell of the same and of the opposite.

A question for an event ("Why did Quill resign?") is borne out only where a text tells of it, in this word or in one
that says as much: "quit", "stepped down". What says less does not: who died need not have drowned.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qa.language.lexicon.inflection import inflect
from qa.language.terms import term


class Happening(NamedTuple):
    """An event: the `names` of the verb, and what else tells of it or of its opposite; all as terms."""

    names: frozenset[str]
    told_by: frozenset[str]
    opposites: frozenset[str]


_LINES = """
abandon: drop scrap end ended shelve give gave cancel quit leave left ditch halt
abolish: scrap repeal end ended remove abolition axe eliminate
accuse accused: blame allege allegation accusation charge claim fault
acquire: buy bought purchase takeover merge merger deal sell sold
acquit+: clear innocent exonerate acquittal | convict conviction
adopt adopted: approve pass agree accept back embrace vote adoption | reject rejected
advertise: advert ad commercial promote
apologise apologize: apology sorry regret forgive
appeal: appellate overturn
appoint: name hire pick choose chose chosen elect install become became appointment new promote tap replace succeed | \
fire sack dismiss
approve: approval agree back pass accept endorse adopt vote green authorise authorize clear grant | reject block veto
arrest: detain custody held seize capture caught catch apprehend jail nab handcuff detention | release freed
arrive: arrival come came reach land return
assassinate: assassination kill murder shoot shot dead death slay slain
attack: assault strike struck raid bomb hit shoot shot attacker ambush invade invasion beat beaten stab mug
attend: attendance visit watch join present appear go went gather audience crowd
award: prize give gave win won honour honor grant present
back: support endorse favour favor approve supporter welcome urge behind want | oppose reject
ban: bar outlaw forbid forbade forbidden prohibit block suspend banned banning illegal exclude disqualify
beat beaten: defeat win won victory triumph thrash edge overcome top rout past assault attack strike struck punch hit \
kick | lose lost
begin began begun start: launch open commence beginning kick found introduce first spark trigger inaugurate
block: stop halt prevent veto reject bar obstruct
bomb: bombing explosion explode blast attack strike
born birth: native birthplace birthday
borrow: loan lend lent debt credit
break broke broken: smash crack snap damage breach shatter fracture
build built: construct construction erect builder rebuild develop install
burn burnt: fire blaze flame
buy bought: purchase acquire acquisition takeover pay paid spend spent deal sell sold snap
cancel: scrap call called axe abandon postpone drop cancellation forgive waive pull
catch caught: capture arrest seize detain custody apprehend recapture net | escape
chair: chairman chairwoman chairperson head lead led preside
charge: indict accuse face court prosecute count
close closed: shut closure cease end shutter fold | open
coach: coaching manager manage trainer train mentor
collapse: fall fell cave crash crumble fail bankrupt bankruptcy
collide: crash collision hit smash
complete: finish end finished final
compose: composer composition write wrote written music score song create
condemn: criticise criticize attack denounce deplore criticism slam blast decry | praise
confess: admit confession admission guilty | deny
convict: guilty conviction sentence jail | acquit clear
cost: price pay paid worth spend spent buy bought purchase bill charge fee fare expense priced sell sold
crash: accident collide collision smash wreck derail plunge slam plough
create: make made found establish build built set invent design develop form produce start launch
criticise criticize: attack condemn criticism critic blame slam denounce | praise
cut: reduce lower slash trim reduction axe drop eliminate shed | raise increase
damage: destroy harm wreck hit ruin flood devastate batter
defeat: beat beaten win won victory lose lost overcome reject
defend: defence defense defender justify excuse support back stand stood protect lawyer attorney counsel barrister \
represent | condemn criticise criticize attack denounce deplore distance disown
delay: postpone late defer wait hold held | hasten
demand: call ask urge want request require
demolish: demolition destroy tear tore torn raze bulldoze flatten level knock
deny denied: denial reject refute dispute | admit confess
deport: expel remove extradite return
derail: crash rail track
design: designer architect architecture create plan draw drew drawn invent develop devise build built
destroy: destruction demolish wreck ruin burn level raze damage
diagnose: diagnosis illness disease ill cancer suffer
die died dying: dead death kill perish drown fatal deceased victim murder body succumb slay slain funeral late \
fatality fatalities suicide
direct: director film filmmaker movie made make stage
disappear: vanish missing lost disappearance
discover: find found discovery identify uncover detect spot unearth locate
divorce: separate split ex
donate: donation give gave gift contribute contribution fund
drown: drowning drowned
earn: make made income revenue profit generate paid pay salary report post turnover wage gross receive
elect: election vote win won choose chose chosen poll become became | lose lost
end: finish stop close conclude over expire final last
endorse: endorsement back support favour favor approve recommend | oppose reject
escape: flee fled abscond break broke run ran freed | caught capture
establish: found founder foundation create set start begin began begun form launch open build built
evacuate: evacuation leave left flee fled move rescue shelter
evict: eviction remove throw thrown
execute: execution hang kill dead death die died
expel+: expulsion throw thrown oust remove kick dismiss ban suspend push force drive drove driven eject evict boot \
fire sack
explode: explosion blast bomb detonate blow blew burst
export: ship sell sold sale abroad
extradite: extradition deport surrender
fail: failure unable lose lost collapse | succeed success pass
fall fell fallen: drop dip decline slide slip lower decrease down plunge sink sank slump shrink cut reduce tumble \
plummet crash dive collapse lose lost ease weaken halve | rise rose risen
fight fought: battle clash brawl war combat oppose
fine fined: penalty pay paid order
fire fired: dismiss sack oust remove axe force dismissal redundant lay laid terminate push | hire appoint
flee fled: escape run ran leave left evacuate refugee
flood: flooding water submerge inundate
founded: founder cofounder co-founder establish start begin began begun create set launch form foundation open
free freed: release liberate exempt waive | jail arrest
fund: funding finance financial pay paid grant money donate donation budget back sponsor support invest
graduate: graduation degree diploma study studied alumnus alumni finish complete
hang hung: execute noose rope
hide hid hidden: conceal cover
hijack: hijacking hijacker seize take took commandeer
hire: appoint employ recruit sign name join poach | fire sack
hurt injure: wound injury injuries harm casualty hospital wounded victim treat
impeach: impeachment
inaugurate: inauguration open opening launch unveil commission swear swore sworn begin began
increase: rise rose raise grow grew up higher jump climb soar growth double | fall fell drop cut
indict: indictment charge accuse
infect: infection virus catch caught contract sick ill spread positive case outbreak transmit
inherit: inheritance leave left will heir
insure: insurance cover
introduce: launch bring brought begin began unveil start propose present
invade: invasion attack troops enter
invent: inventor invention create develop devise design first pioneer
investigate: inquiry enquiry investigation probe examine
jail imprison: prison sentence jailed imprisonment custody detain behind | acquit
join: sign become became member enter recruit team participate attend take took taken | leave left quit
kidnap+ abduct: hostage seize capture abduction taken snatch kidnapping held
kill: dead death die died murder slay slain shoot shot fatal perish assassinate execute victim massacre lethal \
fatality fatalities casualty casualties suicide
launch: start begin began open introduce unveil release debut found kick rollout
leak: leaked disclose reveal spill
leave left: depart quit resign go went gone exit departure step abandon walk withdraw withdrew out stand stood oust | \
join
legalise legalize: legalisation legalization legal decriminalise decriminalize allow permit | ban outlaw illegal
lend lent: loan borrow
lie lied lying: false untrue mislead deceive
lose lost: loss defeat beat beaten fail forfeit slip miss destroy fall fell drop loser cut laid layoff redundant \
displace homeless | win won
marry married: wed wedding marriage wife husband bride spouse groom | divorce
meet met: meeting talk summit gather visit see saw dine sit sat
merge: merger combine join takeover unite
miss missed: absent without injury skip sit sat out lack
murder: kill slay slain shoot shot stab dead death manslaughter homicide victim
nominate: nomination nominee name shortlist choose chose candidate propose
offer: bid propose promise price give gave
open opened: opening launch start begin began inaugurate debut found establish create set kick | close shut
oppose: opposition against reject object critic resist protest fight fought | support back
order: buy bought purchase instruct tell told demand
override overrode overridden overrule: overturn reject
overturn: reverse overrule quash strike struck annul scrap cancel repeal
own: owner belong owned hold held possess stake shareholder control buy bought acquire
paint: painter painting artist portrait mural art
pardon: forgive clemency reprieve
pass passed: approve adopt vote approval enact through clear | reject fail
pay paid: payment spend spent cost fee give gave compensate compensation settle offer buy bought purchase acquire \
price wage salary worth fund finance sponsor foot charge bill
play: player perform star feature role appear game match cast portray performer performance stage headline concert \
gig show
plead pleaded pled: plea guilty admit deny
pledge: promise vow commit
poison: poisoning toxic toxin
postpone: delay defer put reschedule
praise: applaud hail laud commend welcome | criticise condemn
promote: promotion elevate raise rank
protest: demonstrate demonstration march rally protester demonstrator oppose riot
prove proved proven: proof evidence show demonstrate
publish: release print publication issue publisher book appear
punish: punishment fine jail penalty sentence ban sanction discipline
quit: resign leave left step resignation stand stood depart retire drop walk | join stay
raise: increase collect rise lift hike fund boost | cut lower
ratify: ratification approve pass vote sign | reject
recall: withdraw withdrew return
recover: find found regain rebound return retrieve recovery rescue
refuse: decline reject deny turn refusal | accept agree
reject: refuse turn oppose rebuff dismiss vote block veto decline rejection | accept approve adopt
release: free freed publish launch issue come came
relocate: relocation move transfer
relegate: relegation drop | promote
rename: name call
reopen: open resume
repair: mend fix restore rebuild
repay: refund return give gave back pay paid
repeal: scrap abolish revoke end ended overturn
replace: succeed successor replacement take took new instead substitute
rescue: save pull recover rescuer lift safe pluck airlift retrieve
resign: resignation quit step leave left stand stood depart | fire sack dismiss oust
resume: restart reopen renew return back | suspend halt stop cease
retire: retirement quit step leave left
return: back come came go went resume
rise rose risen: increase up higher grow grew jump climb soar gain surge growth double triple spike leap | fall fell \
drop
rob: robbery steal stolen stole theft raid burgle mug
sack sacked: fire fired dismiss oust dismissal remove axe | hire appoint
score: goal net point win won draw hit try touchdown strike
see saw seen: watch attend witness view visit look spot show
seize: take took confiscate grab capture recover found yield impound haul
sell sold: sale buy bought seller dispose deal purchase acquire divest shed auction offload fetch
sentence: jail prison sentencing year term imprison | acquit
settle: settlement agree pay paid agreement deal
shoot shot: shooting gun gunman fire gunfire gunned bullet open launch
shut: close closed closure | open
sign: agree signature agreement treaty deal join contract
sink sank sunk: capsize founder
smuggle: traffic smuggler hide hid
spend spent: cost pay paid invest budget expenditure buy bought purchase
split: divorce separate divide break broke leave left
sponsor: sponsorship fund back support pay paid finance
spread: reach infect pass
stab: knife stabbing attack wound
start: begin began launch open commence found kick beginning introduce first form create establish spark trigger \
ignite cause inaugurate set
steal stole stolen: theft rob robbery thief take took burgle burglary mug missing loot
stop: halt end cease ban block prevent suspend
strike struck: walkout stoppage hit walk attack
succeed: replace follow successor take took
sue sued: lawsuit suit court claim legal file filed case litigation damages complaint
support: back endorse favour favor supporter backing behind | oppose reject
surrender: give gave hand yield capitulate
survive: survivor escape alive save safe | die died dead death kill fatal drown perish
suspend: suspension ban bar halt miss stop
swim swam: swimmer
testify: testimony witness evidence stand court
threaten: threat warn
throw threw thrown: hurl toss pelt pour cast fling flung
train: training trainer coach learn learnt taught teach study studied school
transfer+: move sign sell sold
translate: translation translator version english
unveil: launch reveal show introduce present announce open
vaccinate: vaccine vaccination jab inoculate immunise
veto: block reject
visit: trip tour travel go went arrive come came guest meet met
vote: ballot poll back support oppose reject approve elect election pass abstain division
watch: see saw view viewer audience tune attend look
wear wore worn: dress clothes suit
welcome: applaud hail praise glad pleased greet | condemn criticise criticize denounce deplore lament disappoint
win won: victory winner beat beaten defeat triumph champion award claim take took clinch gold secure elect crown \
medal victorious | lose lost
withdraw withdrew withdrawn: pull pulled withdrawal evacuate evacuation drop leave left quit retreat bow exit step \
abandon
wound: injure injury hurt injuries shoot shot stab
write wrote written: author writer pen publish book
"""
# A verb by its base forms ("+": it doubles its last letter), with its irregular ones: words that tell of it, then words
# that tell of the opposite. Forms of these words need not be listed unless they are irregular. "Founded" stands in its
# past: "Who found the purse?" asks for no founder.


def _lines() -> dict[str, str]:
    """Return each form of each verb, small, with its line; of two verbs with the same form, the later one's."""
    found: dict[str, str] = {}
    for line in _LINES.strip().split("\n"):
        for verb in line.partition("|")[0].partition(":")[0].split():
            for forms in inflect(verb.rstrip("+"), "+" if verb.endswith("+") else ""):
                found.update((form, line) for form in forms)
    return found


_LINE_OF = _lines()


def is_event(form: str) -> bool:
    """Return whether a small word is a form of one of the verbs, also such as does not exist ("losed")."""
    return form in _LINE_OF


def is_base(form: str) -> bool:
    """Return whether a small word is the base form that one of the lines begins with: "free" of "free freed"."""
    return _LINE_OF.get(form, "").split(maxsplit=1)[:1] in ([form], [f"{form}:"], [f"{form}+"])


def event_of(form: str) -> Happening:
    """Return the event of a form of one of the verbs. Raises KeyError for another word."""
    return _event(_LINE_OF[form])


@cache
def _event(line: str) -> Happening:
    # When it is asked for: the terms of all these words took a cold question some 50 ms.
    told, _, opposites = line.partition("|")
    names, _, others = told.partition(":")
    own = frozenset(term(verb.rstrip("+")) for verb in names.split())
    return Happening(own, own | frozenset(map(term, others.split())), frozenset(map(term, opposites.split())))
