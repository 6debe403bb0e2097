"""Who is asking, and who is the worry: read from the words, never asked as a gate before help.

Certain beats clever: where the words fit a child and an adult alike, the answer is for both.
"""

from __future__ import annotations

import re

from signpost.text import plain

ADULT_FROM = 19
"""Childline is for under-19s (directory/services/childline.yml, maximum_age)."""

SUSPECTS = (
    "parent", "sibling", "relative", "partner", "teacher", "coach", "safeguarding_lead",
    "police", "faith_leader", "child", "stranger_online", "self",
)  # fmt: skip

_OWN_AGE = re.compile(
    r"\b(?:i'?m|im|i am|me|age[d]?|i'?ve (?:just )?turned|ive (?:just )?turned|i turned|just turned|i'?m only|i'?ll be|ill be)"
    r" (?:only |just |a |an |like |nearly |almost |about |aged? )*(\d{1,2})(?![\d:.%]|(?: ?(?:weeks?|months?|days?|hours?|mins?|minutes?|st|nd|rd|th|pm|am|miles|of|times|percent|stone|kg)\b))"
)
_ANY_AGE_AT_START = re.compile(r"^(\d{1,2}) ?(?:m|f|y/?o|yrs?|years? old)\b")
_AGE_TYPED_OUT = re.compile(
    r"\b(?:i'?m|im|i am)(?: only| just| nearly)? (seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:(?:[2-9]\d|1[3-9]) (?:years?|yrs) ago|(?:twenty|thirty|forty|fifty|sixty|many|fifteen)(?: odd)?(?: years?)? ago|decades ago|"
    r"in (?:the )?(?:19[3-9]\d(?:'?s)?|(?:the )?[4-9]0'?s|sixties|seventies|eighties|nineties)|(?:i'?m|i am|im) (?:a |an )?(?:adult )?survivor|adult survivor|"
    r"(?:now|today) (?:i'?m|im|i am) (?:an adult|grown|in my (?:twenties|thirties|forties|fifties|sixties|seventies))|in my (?:twenties|thirties|forties|fifties|sixties|seventies|20s|30s|40s|50s|60s|70s))\b"
)
_PAST_CHILDHOOD = re.compile(
    r"\b(?:when i was (?:a |an |about |only |just |around |maybe )*(?:little|small|young|younger|child|kid|boy|girl|bairn|wee|toddler|teenager|teen|baby|growing up|\d{1,2}|at school|at (?:primary|junior|boarding))|"
    r"as a (?:child|kid|boy|girl|bairn|teenager|young)|in my childhood|during my childhood|growing up|(?:was|were) (?:a )?(?:child|kids?)\b.{0,20}\bago)\b"
)
_CHILD_OF_WRITER = (
    r"(?:(?:step|foster|god|grand)[ -]?)?(?:son|daughter|kids?|child|children|children'?s|lad|boys?|girls?|baby|toddler|bairns?|weans?|teenager|teen|twins|"
    r"(?:little|eldest|oldest|youngest|middle) (?:one|girl|boy|son|daughter|child|lad)|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)[ -]?(?:year|yr|yo|y/o)s?[ -]?(?:old)?s?)"
)
_ADULT = re.compile(
    rf"\b(?:(?:my|our) (?:own |wee |little |young |adopted |\d{{1,2}} ?(?:year|yr|yo)[ -]?(?:old)? ?)*{_CHILD_OF_WRITER}(?:'?s)?(?! ?friend\b| (?:gang|band|group chat|mates))|"
    r"(?:my|our) (?:niece|nephew|grandchild(?:ren)?|granddaughter|grandson|grand ?kids?|tenants?|wife|husband|ex[ -]?(?:wife|husband)|fiancee?|mother in law|father in law|daughter in law|son in law|employee|landlord)(?:'?s)?|"
    r"(?:i'?m|i am|im|as) (?:a |an |the |his |her |their |just a )*(?:worried |concerned |single |step |foster |local )*(?:parent|mum|mam|mother|dad|father|grandmother|grandfather|grandparent|grandma|gran|nan|nana|grandad|neighbour|auntie|aunt|uncle|stepmum|stepdad|adult|carer|guardian|landlady|landlord|member of the public|pensioner)|"
    r"(?:my|our|the|a) (?:next door )?neighbou?rs?(?:'?s)?|(?:kid|child|children|kids|family|people|baby|little (?:girl|boy|one)|girl|boy|couple|lady|woman|man) (?:next door|across the (?:road|street)|down (?:the|my|our) (?:road|street)|upstairs|in (?:the flat|our street|my street|our road))|"
    r"i (?:want|need|would like|wish|'?d like|wanted) to (?:report|raise|make a report)|report (?:a|an|that|the|my|child)\b|i'?m concerned (?:about|for) (?:a|my|the)|worried about (?:a|the) (?:child|kid|family|little|young|baby|boy|girl)|(?:a|the|this|that|some) (?:young |little |small )?(?:child|children|toddler|baby)(?:'?s)? (?:is|are|being|has|who|in|at|i|was|that|with|keeps|looks|always|down|up|on|near|alone|crying|left))\b"
)
_PROFESSIONAL = re.compile(
    r"\b(?:(?:my|our|one of (?:my|our)|a|the|another|this) (?:\w+ )?(?:pupils?|students?|tutee|mentee|service users?|patients?|caseload|year \d+ (?:pupil|student)s?|reception child|looked after child|players?|gymnasts?|swimmers?|brownies|cubs|beavers|scouts|guides)(?:'?s)?|"
    r"(?:child|kid|girl|boy|lad|children|student|pupil)s? (?:in|from|at|on) my (?:class|form|tutor group|team|group|nursery|school|setting|caseload|care|session|club|troop|pack|squad|ward|clinic|surgery|bus|classroom|lesson)|"
    r"(?:i'?m|i am|im|as|i work as) (?:a |an |the |our |currently a |newly qualified |student |trainee |volunteer |only a |just a )*(?:\w+ )?(?:teacher|ta|teaching assistant|head ?teacher|deputy head|head of year|dsl|safeguarding lead|coach|tutor|nurse|health visitor|midwife|gp|doctor|paramedic|social worker|youth worker|nursery (?:nurse|worker|manager|practitioner)|early years|childminder|nanny|scout leader|cub leader|brownie leader|guide leader|leader|volunteer|lecturer|school (?:counsellor|nurse|receptionist|cook)|lunchtime supervisor|dinner lady|midday|dentist|therapist|counsellor|police officer|pcso|minister|vicar|priest|imam|youth leader|instructor|escort|key ?worker|residential worker|practitioner|governor|chaperone|mentor|senco|form tutor|invigilator|caretaker|pharmacist|optician)\b|"
    r"i (?:teach|coach|tutor|volunteer|childmind|work) (?:at|in|with|for|as|a|on|year|primary|secondary|the|kids|children|under|maths|english|piano|football|swimming)|i run (?:a|the|an) (?:\w+ )?(?:club|group|nursery|team|session|choir|troop|school|youth)|"
    r"(?:a|my|our|the) (?:male |female |senior |new |old )?(?:colleague|co ?worker|fellow (?:teacher|coach|volunteer|leader)|member of (?:my |our )?staff|staff member|line manager|headteacher (?:told|says|wo))|"
    r"(?:dsl|dsp|mash|kcsie|lado|cpoms|section 47|ehcp|safeguarding (?:lead|policy|referral|officer|training)|early help assessment|whistle ?blow\w*|at my (?:school|nursery|setting|place of work|workplace)|in my (?:professional|role)|disclosed to me|made a disclosure))\b"
)
_SCHOOL_LIFE = re.compile(
    r"\b(?:(?:i'?m|im|i am) in (?:year|yr|y|p|s|primary|form|sixth form|reception)|(?:year|yr) ?\d{1,2}\b|my (?:mates?|bestie|form tutor|head of year|teachers?|school|class|classmates?|homework|gcses?|a levels|mocks|foster (?:mum|dad|carer|parents)|key ?worker|social worker|step ?(?:mum|dad|father|mother)|mummy|daddy|mam and dad|mum and dad|parents|little (?:brother|sister)|big (?:brother|sister)|nan|nanny)|"
    r"at school|in maths|after school|at break|on the bus home|i'?m (?:just )?a (?:kid|child|teen\w*|girl in|boy in|young carer|minor)|im (?:just )?a (?:kid|child|teen\w*|minor)|under ?age|in care|sixth form|my mum'?s (?:bf|boyfriend|partner)|mums (?:bf|boyfriend|partner))\b"
)
_PARENT_HURTS_ME = re.compile(
    r"\b(?:my|me) (?:step ?|foster )?(?:mum|mam|mom|dad|da|mother|father|parents|uncle|brother|auntie|aunt|grandad|cousin)(?:'?s (?:bf|boyfriend|friend|mate|partner))?\b.{0,50}\b(?:me|my (?:room|bed|arm|hair|face|phone)|i)\b"
)
_ADULT_LIFE = re.compile(
    r"\b(?:my (?:job|work|mortgage|rent|flat|solicitor|therapist|marriage|divorce|pension|wife|husband|kids|children|grandchildren)|at uni|university|i'?m married|we'?re married|retired|my (?:ex|late) (?:husband|wife))\b"
)


def audience_of(message: str, before: str = "unknown") -> str:
    """Who is asking after this message.

    Args:
        message: what was typed.
        before: who it was taken to be so far, kept where this message does not say.

    Returns:
        "child" (under 19), "adult" (worried about a child, or for themselves), "professional",
        "survivor" (an adult, about their own childhood) or "unknown".
    """
    text = plain(message)
    age = _own_age(text)
    if age is not None:
        if age < ADULT_FROM:
            return "child"
        return "survivor" if _PAST_CHILDHOOD.search(text) or _LONG_AGO.search(text) else "adult"
    if _LONG_AGO.search(text) and not _ADULT.search(text):
        return "survivor"
    if _PROFESSIONAL.search(text):
        return "professional"
    if _ADULT.search(text):
        return "professional" if before == "professional" else "adult"
    if before != "unknown":
        return before
    if _PAST_CHILDHOOD.search(text) or _ADULT_LIFE.search(text):
        return "unknown"
    if _SCHOOL_LIFE.search(text) or _PARENT_HURTS_ME.search(text):
        return "child"
    return "unknown"


def _own_age(text: str) -> int | None:
    """The writer's age in years, where the words leave no doubt that it is theirs, now."""
    if _AGE_TYPED_OUT.search(text):
        return ADULT_FROM - 1
    match = _OWN_AGE.search(text) or _ANY_AGE_AT_START.search(text)
    if match is None:
        return None
    before = text[max(0, match.start() - 6) : match.start()]
    age = int(match.group(1))
    return age if 5 <= age <= 99 and not re.search(r"\b(?:when|was|and) $", before) else None


_HARM = (
    r"(?:hit|hurt|touch|beat|punch|kick|slap|smack|scare|threaten|shout|scream|yell|abus|groom|rap|assault|make|making|made|force|forc|watch|creep|mess|lock|starv|kill|"
    r"choke|strangl|push|bit|throw|threw|say|said|ask|want|send|sent|follow|bully|control|swear|comes?|came|coming|do(?:es)? (?:stuff|things)|did|hates?|weird|drunk|drinks?|scared of|afraid of|frightened of|it'?s|its|because of|told me not|not safe with|alone with)"
)
_ROLES: tuple[tuple[str, str], ...] = (
    ("safeguarding_lead", r"safeguarding (?:lead|officer|person)|dsl|designated (?:safeguarding )?lead"),
    ("police", r"police(?:man|woman)?(?: officer)?|copper|cop|pcso|detective"),
    ("faith_leader", r"priest|vicar|imam|pastor|rabbi|bishop|minister|church leader|youth pastor|mosque teacher|quran teacher|madrasa\w* teacher|altar|elder at"),
    ("coach", r"coach|instructor|sensei|trainer|scout ?(?:leader|master)|youth (?:worker|leader)|swimming teacher|dance teacher|music teacher|piano teacher|gym teacher"),
    ("parent", r"(?:step ?-?|foster )?(?:dad|daddy|father|mum|mummy|mam|mom|mother|parents|carers?)|mum'?s (?:bf|boyfriend|partner|new \w+)|mums (?:bf|boyfriend|partner)|da|dads (?:gf|girlfriend|partner)|dad'?s (?:gf|girlfriend|partner)"),
    ("teacher", r"(?:head ?|form |class |maths |english |pe |supply |science |art |drama )?teacher|tutor|ta|teaching assistant|headmaster|head|sir|miss|nursery worker|key ?worker"),
    ("sibling", r"(?:step ?|half |big |older |little )*(?:brother|sister|bro|sis)"),
    ("relative", r"uncle|aunt|auntie|aunty|grandad|grandpa|granddad|gran|nan|grandma|cousin|in ?laws?"),
    ("partner", r"boyfriend|bf|girlfriend|gf|husband|wife|partner|ex|fella"),
    ("stranger_online", r"(?:someone|somebody|some ?one|a (?:guy|man|boy|girl|person)|this (?:guy|man|boy|girl|person)|person|stranger|friend) (?:\w+ ){0,3}?(?:online|on (?:the internet|snap(?:chat)?|insta(?:gram)?|roblox|discord|tiktok|fortnite|minecraft|whatsapp|omegle|xbox|playstation|ps\d|yubo|wizz|telegram|kik|a game|my game|line))"),
    ("child", r"(?:boy|girl|kid|lad|lads|boys|girls|kids|pupil|student)s? (?:in|at|from) (?:my|his|her|the|our) (?:class|school|year|form|bus)|classmates?|older (?:boy|girl|kid|pupil)s?|friend at school"),
)  # fmt: skip
_SUSPECT_PATTERNS = tuple(
    (
        role,
        re.compile(
            rf"\b(?:{words})\b.{{0,45}}?\b{_HARM}|\b(?:scared of|afraid of|frightened of|hurt by|abused by|touched by|hit by|raped by|assaulted by|because of|worried about|concern(?:ed)? about|about|alone with|hate|it'?s|its|from) (?:\w+ ){{0,2}}?(?:{words})\b"
        ),
    )
    for role, words in _ROLES
)
_SUSPECT_SELF = re.compile(
    r"\b(?:my (?:own )?(?:thoughts|urges|feelings|behaviou?r)|i'?m worried (?:i (?:might|will|may)|about (?:what i|myself))|i (?:might|may) (?:hurt|do something)|thoughts i have|i have thoughts)\b"
)


def suspect_of(message: str) -> str | None:
    """Who is the worry in this message, one of `SUSPECTS`, or None where it does not say."""
    text = plain(message)
    if _SUSPECT_SELF.search(text):
        return "self"
    found = [(match.start(), role) for role, pattern in _SUSPECT_PATTERNS if (match := pattern.search(text))]
    return min(found)[1] if found else None
