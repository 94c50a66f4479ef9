"""List the words that deny what follows, or tell of it as of what is only possible, wanted or asked."""

from __future__ import annotations

NEGATIVES = tuple("not never no none nobody nothing neither nor without cannot".split())
"""Words that turn a sentence into its opposite; the short "n't" is no word."""
DENYING = frozenset(
    """deny denied denies denying fail failed fails failing refuse refused refuses refusing decline declined declines
    declining avoid avoided avoids avoiding prevent prevented prevents unable false falsely hardly""".split()
)
"""Words that deny the deed after them: "refused to apologise"."""
UNREAL = frozenset(
    """can could may might must would should will shall if whether unless hope hopes hoped plan plans planned planning
    want wants wanted expect expects expected intend intends intended threaten threatens threatened threatening try
    tries tried trying seek seeks sought urge urges urged ask asks asked likely unlikely ready due called calls
    possible potential possibly prepared preparing consider considers considered considering need needs needed bid
    allegedly reportedly supposedly purportedly rumor rumors rumored rumour rumours rumoured speculate speculated
    speculates speculation until before""".split()
)
"""Words that make the deed after them one that has not happened: "wants to resign", "if she resigns"."""
WANTING = frozenset(
    """bid intend intended intends need needed needs plan planned planning plans prepared preparing seek seeks sought
    threaten threatened threatening threatens tried tries try trying want wanted wants""".split()
)
"""Those of them that say nothing of what is told in a clause of its own: "She sought $2m and was given half"."""
DEMANDED = frozenset(
    """pressure pressured pressures pressuring press pressed pressing push pushed pushes pushing demand demanded
    demanding demands call calling appeal appealed appealing appeals order ordered orders told tell telling request
    requested requests petition petitions beg begged wish wished wishes vow vowed vows promise promised promises pledge
    pledged pledges offer offered offers refusal opportunity chance""".split()
)
"""Words after which "to" opens what is only wanted or open: "pressure to resign", "told her to resign"."""
DEMANDING = frozenset("demand demanded demanding demands request requested requesting requests".split())
"""Words for wanting what they have as their object: "demanded the release of the miners"."""
DEMANDING_FOR = frozenset(
    """appeal appealed appealing appeals call calling campaign campaigned campaigning campaigns lobbied lobby lobbying
    petition petitioned petitioning petitions plea pleaded pleading pleas press pressed pressing push pushed pushes
    pushing""".split()
)
"""The same with "for" after them: "a petition for the release of the miners"."""
ATTEMPTS = frozenset(
    """attempt attempted attempting attempts conspiracy conspire conspired conspiring plot plots plotted
    plotting""".split()
)
"""Words that make of the deed right after them one that was only begun: "attempted murder", "plotted to kill"."""
AHEAD = frozenset("will shall".split())
"""Those of them that leave no doubt that it will happen."""
ABLE = frozenset("can".split())
"""Those that tell what is so as a rule: a dog that "can cost $14,000" costs that."""
SUPPOSING = frozenset("would could might".split())
"""Words after which what their subject does is only thought of: "closing it would hurt"."""
