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
    r"\b(?:i'?m|im|i am|^me|^age|my age is|i'?ve (?:just )?turned|ive (?:just )?turned|i turned|just turned|i'?m only|i'?ll be|ill be)"
    r" (?:only |just |a |an |like |nearly |almost |about |aged? )*(\d{1,2})(?!\d|[:.]\d|%|(?: ?(?:weeks?|months?|days?|hours?|mins?|minutes?|st|nd|rd|th|pm|am|miles|of|times|percent|stone|kg|foot|ft)\b))"
)
_ANY_AGE_AT_START = re.compile(r"^(\d{1,2}) ?(?:m|f|y/?o|yrs?|years? old)\b")
_AGE_TYPED_OUT = re.compile(
    r"\b(?:i'?m|im|i am)(?: only| just| nearly)? (seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)\b"
)
_LONG_AGO = re.compile(
    r"\b(?:(?:[2-9]\d|1[3-9]) (?:years?|yrs) ago|(?:after|for|in) (?:over )?(?:[2-9]\d|1[5-9]) (?:years|yrs)|from age \d{1,2} (?:till|until|to)|(?:twenty|thirty|forty|fifty|sixty|many|fifteen)(?: odd)?(?: years?)? ago|decades ago|(?:twenty|thirty|forty|fifty|sixty|[2-9]\d) years (?:on|later)|"
    r"in (?:the )?(?:19[3-9]\d(?:'?s)?|(?:the )?[4-9]0'?s|sixties|seventies|eighties|nineties)|(?:i'?m|i am|im) (?:a |an )?(?:adult )?survivor|adult survivor|"
    r"(?:now|today) (?:i'?m|im|i am) (?:an adult|grown|in my (?:twenties|thirties|forties|fifties|sixties|seventies))|in my (?:twenties|thirties|forties|fifties|sixties|seventies|20s|30s|40s|50s|60s|70s))\b"
)
_OWN_CHILD = re.compile(r"\bmy own (?:son|daughter|child|kids?|children|boy|girl)\b")
_PAST_CHILDHOOD = re.compile(
    r"\b(?:when i was (?:a |an |about |only |just |around |maybe )*(?:little|small|young|younger|child|kid|boy|girl|bairn|wee|toddler|teenager|teen|baby|growing up|\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|at school|at (?:primary|junior|boarding))|"
    r"as a (?:child|kid|boy|girl|bairn|teenager|young)|in my childhood|during my childhood|(?:all )?through(?:out)? (?:my childhood|primary|secondary|junior school|school)|growing up|(?:was|were) (?:a )?(?:child|kids?)\b.{0,20}\bago)\b"
)
_SAID_BY_GROWN_UPS = re.compile(r"\bwhen i was (?:a |just a )?(?:girl|boy|lad|lass|youngster)\b|\bas a (?:girl|boy|lad|lass)\b")
_CHILD_OF_WRITER = (
    r"(?:(?:step|foster|god|grand)[ -]?)?(?:son|daughter|kids?|child|children|children'?s|lad|boys?|girls?|baby|toddler|bairns?|weans?|teenager|teen|twins|"
    r"(?:little|eldest|oldest|youngest|middle) (?:one|girl|boy|son|daughter|child|lad)|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)[ -]?(?:year|yr|yo|y/o)s?[ -]?(?:old)?s?)"
)
_ADULT = re.compile(
    rf"\b(?:(?!our kid\b)(?:my|our) (?:own |wee |little |young |adopted |\d{{1,2}} ?(?:year|yr|yo)[ -]?(?:old)? ?)*{_CHILD_OF_WRITER}(?:'?s)?(?! ?friend\b| (?:gang|band|group chat|mates))|"
    rf"(?:my|our) (?:friend|mate|neighbour|cousin|sister|brother|colleague|ex|partner|tenant)'?s (?:little |young |baby |\d ?year ?old )*{_CHILD_OF_WRITER}\b|"
    r"(?:my|our) (?:niece|nephew|grandchild(?:ren)?|granddaughter|grandson|grand ?kids?|tenants?)(?:'?s)?|"
    r"(?:i'?m|i am|im|as) (?:a |an |the |his |her |their |just a )*(?:worried |concerned |single |step |foster |local )*(?:parent|mum|mam|mother|dad|father|grandmother|grandfather|grandparent|grandma|gran|nan|nana|grandad|neighbour|auntie|aunt|uncle|stepmum|stepdad|adult(?! survivor)|grown ?-?up|carer|guardian|landlady|landlord|member of the public|pensioner)\b(?!'?s)|"
    r"(?:my|our|the|a) (?:next door )?neighbou?rs?(?:'?s)?|i live (?:next door|opposite|above|below|upstairs|downstairs|across)|(?:kid|child|children|kids|family|people|toddler|baby|little (?:girl|boy|one)|girl|boy|couple|lady|woman|man|dad|mum) (?:next door|opposite|across the (?:road|street|landing)|over the road|down (?:the|my|our) (?:road|street)|upstairs|downstairs|in (?:the flat|our street|my street|our road))|"
    r"(?:we|i)(?:'?ve| have) (?:got )?(?:a|one|two|three|four) (?:\w+ )?(?:kids?|children|girls?|boys?|daughters?|sons?|bab(?:y|ies)) ?(?:$|[.,!]|and|at home)|i (?:want|need|would like|wish|'?d like|wanted) to (?:report|raise|make a report)|report (?:a|an|that|the|my|child)\b|i'?m concerned (?:about|for) (?:a|my|the)|worried about (?:a|the) (?:child|kid|family|little|young|baby|boy|girl)|(?:toddler|baby)(?:'?s)? (?:is|being|left|alone|crying|screaming|in))\b"
)
_PROFESSIONAL = re.compile(
    r"\b(?:(?:my|our|one of (?:my|our)|another) (?:\w+ )?(?:pupils?|students?|tutee|mentee|service users?|patients?|caseload|year \d+ (?:pupil|student)s?|reception child|looked after child|players?|gymnasts?|swimmers?|brownies|cubs|beavers|scouts|guides)(?:'?s)?|"
    r"(?:a|the|this) (?:pupil|student|service user|patient|looked after child|reception child)(?:'?s)? (?:has |just )*(?:told|disclosed|said|came|shared|showed|is|was|at|in|of)\b|"
    r"(?:child|children|pupil|student|little (?:one|girl|boy))s? (?:in|from|at|on) my (?:class|form|tutor group|team|group|nursery|school|setting|caseload|care|session|club|troop|pack|squad|ward|clinic|surgery|bus|classroom|lesson)|"
    r"(?:kid|girl|boy|lad)s? (?:in|from|at|on) my (?:nursery|setting|caseload|care|session|troop|pack|ward|clinic|surgery|classroom)|"
    r"(?:i'?m|i am|im|as|i work as) (?:a |an |the |our |currently a |newly qualified |student |trainee |volunteer |only a |just a )*(?:(?!not\b)\w+ )?(?:teacher|ta|teaching assistant|head ?teacher|deputy head|head of year|dsl|safeguarding lead|coach|tutor|nurse|health visitor|midwife|gp|doctor|paramedic|social worker|youth worker|nursery (?:nurse|worker|manager|practitioner)|early years|childminder|nanny|foster (?:carer|parent|mum|dad)|scout leader|cub leader|brownie leader|guide leader|leader|volunteer|lecturer|school (?:counsellor|nurse|receptionist|secretary|cook)|lunchtime supervisor|dinner lady|midday|dentist|therapist|counsellor|police officer|pcso|minister|vicar|priest|imam|youth leader|instructor|escort|key ?worker|residential worker|practitioner|governor|chaperone|mentor|senco|form tutor|invigilator|caretaker|pharmacist|optician)\b(?!'?s\b)|"
    r"i (?:teach|coach|tutor|volunteer|childmind|foster) (?:at|in|with|for|as|a|on|two|three|one|year|primary|secondary|the|kids|children|under|maths|english|piano|football|swimming)|i work (?:at|in|with|for|as) (?:(?:a|an|the|some|vulnerable|looked after|young|primary|secondary|special|local|residential) )*(?:schools?|nursery|pre ?school|college|children'?s|children|kids|young people|families|care|childcare|playgroup|early years|youth|surgery|hospital|gp|a ?& ?e|social (?:work|services)|safeguarding|teacher|teaching|ta|nurse|club|academy|hostel|refuge|education|camhs)\b|i run (?:a|the|an) (?:\w+ )?(?:club|group|nursery|team|session|choir|troop|school|youth)|"
    r"(?:a|my|our|the) (?:male |female |senior |new |old )?(?:colleague|co ?worker|fellow (?:teacher|coach|volunteer|leader)|member of (?:my |our )?staff|staff member|line manager|headteacher (?:told|says|wo))|"
    r"(?:dsl|dsp|mash|kcsie|lado|cpoms|section 47|ehcp|safeguarding (?:policy|referral|officer|training)|our (?:\w+ )?safeguarding lead|early help assessment|whistle ?blow\w*|at my (?:nursery|setting|place of work|workplace)|in my (?:professional|role)|disclosed to me|made a disclosure))\b"
)
_SCHOOL_LIFE = re.compile(
    r"\b(?:(?:i'?m|im|i am) in (?:year|yr|y|p|s|primary|form|sixth form|reception)|my (?:mates?|bestie|form tutor|head of year|teachers?|school|class|classmates?|homework|gcses?|a levels|mocks|foster (?:mum|dad|carer|parents)|key ?worker|social worker|step ?(?:mum|dad|father|mother)|mummy|daddy|mam and dad|mum and dad|parents|little (?:brother|sister)|big (?:brother|sister)|nan|nanny)|"
    r"(?:girl|boy|lad|kid)s? (?:in|from) my (?:class|form|year|school)|at my school|at school|in maths|after school|at break|on the bus home|i'?m (?:just )?a (?:kid|child|teen\w*|girl in|boy in|young carer|minor)|im (?:just )?a (?:kid|child|teen\w*|minor)|under ?age|in care|sixth form|my mum'?s (?:bf|boyfriend|partner)|mums (?:bf|boyfriend|partner))\b"
)
_PARENT_HURTS_ME = re.compile(
    r"\b(?:my|me) (?:step ?|foster )?(?:mum|mam|mom|dad|da|mother|father|parents|uncle|brother|auntie|aunt|grandad|cousin)(?:'?s (?:bf|boyfriend|friend|mate|partner))?\b.{0,50}\b(?:me|us|my (?:room|bed|arm|hair|face|phone)|i)\b"
)
_MARRIED = re.compile(
    r"\b(?:my|our) (?:wife|husband|hubby|ex[ -]?(?:wife|husband))(?:'?s)?\b|\bwe(?:'?ve| have) been married\b|"
    r"\bi(?:'?m| am) a (?:\w+ )?(?:man|woman|lady|bloke|widow(?:er)?|pensioner)\b"
)
_ADULT_LIFE = re.compile(
    r"\b(?:(?:my|our) (?:wife|husband|hubby|ex[ -]?(?:wife|husband)|fiancee?|mother in law|father in law|daughter in law|son in law|employee|landlord)|my (?:job|work|mortgage|rent|flat|solicitor|therapist|marriage|divorce|pension|wife|husband|kids|children|grandchildren)|at uni|university|i'?m married|we'?re married|retired|my (?:ex|late) (?:husband|wife))\b"
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
        return "survivor" if before == "survivor" or _PAST_CHILDHOOD.search(text) or _LONG_AGO.search(text) else "adult"
    if (_LONG_AGO.search(text) or _SAID_BY_GROWN_UPS.search(text)) and not writes_about_a_child(message):
        return "survivor"
    if _PROFESSIONAL.search(text):
        return "professional"
    if writes_about_a_child(message):
        return "professional" if before == "professional" and not _OWN_CHILD.search(text) else "adult"
    if _MARRIED.search(text):
        return "adult" if before in ("unknown", "child") else before
    if before != "unknown":
        return before
    if _PAST_CHILDHOOD.search(text) or _ADULT_LIFE.search(text):
        return "unknown"
    if _SCHOOL_LIFE.search(text) or _PARENT_HURTS_ME.search(text):
        return "child"
    return "unknown"


def writes_about_a_child(message: str) -> bool:
    """Whether the words are those of a parent, relative or neighbour who worries about a child."""
    return bool(_ADULT.search(plain(message)))


def _own_age(text: str) -> int | None:
    """The writer's age in years, where the words leave no doubt that it is theirs, now."""
    if _AGE_TYPED_OUT.search(text):
        return ADULT_FROM - 1
    match = _OWN_AGE.search(text) or _ANY_AGE_AT_START.search(text)
    if match is None:
        return None
    before = text[max(0, match.start() - 6) : match.start()]
    age = int(match.group(1))
    return age if 5 <= age <= 99 and not re.search(r"\b(?:when|was) $", before) else None


_HARM = (
    r"(?:hit|hurt|touch|beat|punch|kick|slap|smack|scare|threat|shout|scream|yell|abus|groom|rape|raping|assault|molest|forc|creep|lock|starv|kill|chok|strangl|push|shov|grab|"
    r"bites?\b|biting|throw|threw|bull(?:y|ies)|control|swear|hate|weird|drunk|drinks\b|kiss|cuddl|undress|neglect|burn|pull|flash|spank|whip|belt|stalk|blackmail|"
    r"(?:makes?|made|making) (?:me|him|her|us|them)\b|(?:calls?|called|leaves?|left) (?:me|us|him|her)\b|(?:watch|follow|messag|text)\w* (?:me|her|him|us|all|every)\b|"
    r"com(?:es?|ing) (?:in|into|on to|on to me)\b|came in|(?:wants?|asks?|asked|begs?|sends?|sent|keeps asking)(?: \w+)? (?:for )?(?:me|us|pics?|photos?|pictures?|nudes?|gifts?|money|sex)\b|"
    r"told (?:me|her|him|us) not to|said (?:not to|it'?s our secret|nobody|no one)|(?:says|said|sez) (?:he|she)(?:'ll|ll| will| would)|won'?t let|alone with|taking .{0,30}\bhome|"
    r"do(?:es)? (?:stuff|things|it)|did (?:stuff|things|something|it)|done (?:stuff|things|something|nothing)|doing (?:stuff|things|something)|does nothing|did nothing|won'?t (?:listen|act|report))"
)
_ROLES: tuple[tuple[str, str], ...] = (
    ("safeguarding_lead", r"safeguarding (?:lead|officer|person)|dsl|designated (?:safeguarding )?lead"),
    ("police", r"police(?:man|woman)?(?: officer)?|copper|cop|pcso|detective"),
    ("faith_leader", r"priest|vicar|imam|pastor|rabbi|bishop|minister|church leader|youth pastor|(?:mosque|quran|madrasa\w*|sunday school) teacher|(?:man|woman|person) who teaches us (?:the )?(?:quran|bible|scripture)|altar|elder at"),
    ("coach", r"coach|instructor|sensei|trainer|scout ?(?:leader|master)|youth (?:worker|leader)|(?:swimming|dance|music|piano|gym) teacher"),
    ("parent", r"(?:step ?-?|foster )?(?:dad|daddy|father|mum|mummy|mam|mom|mother|parents|carers?)|(?:mum|mam|mom|dad|mother|father)'?s? (?:bf|gf|boyfriend|girlfriend|partner|new \w+)|da"),
    ("teacher", r"(?<!swimming )(?<!dance )(?<!music )(?<!piano )(?<!gym )(?<!quran )(?<!mosque )(?<!sunday school )(?:head ?|form |class |maths |english |pe |supply |science |art |drama )?teacher|tutor|ta|teaching assistant|headmaster|head|sir|miss|nursery (?:worker|nurse)|key ?worker|colleague"),
    ("sibling", r"(?:step ?|half |big |older |little )*(?:brother|sister|bro|sis)"),
    ("relative", r"uncle|aunt|auntie|aunty|grandad|grandpa|granddad|grandfather|grandmother|gran|nan|grandma|cousin|in ?laws?|chacha|mamu"),
    ("partner", r"(?<!mums )(?<!mum's )(?<!mams )(?<!mam's )(?<!moms )(?<!mom's )(?<!mothers )(?<!mother's )(?<!dads )(?<!dad's )(?<!sisters )(?<!sister's )(?:boyfriend|bf|girlfriend|gf|husband|wife|partner|ex|fella|hubby)"),
    ("stranger_online", r"(?:someone|somebody|some ?one|a (?:guy|man|boy|girl|person)|this (?:guy|man|boy|girl|person)|person|stranger|friend) (?:\w+ ){0,3}?(?:online|on (?:the internet|snap(?:chat)?|insta(?:gram)?|roblox|discord|tiktok|fortnite|minecraft|whatsapp|omegle|xbox|playstation|ps\d|yubo|wizz|telegram|kik|a game|my game|line))"),
    ("child", r"(?:boy|girl|kid|lad|lads|boys|girls|kids|pupil|student)s? (?:in|at|from) (?:my|his|her|the|our) (?:class|school|year|form|bus)|classmates?|older (?:boy|girl|kid|pupil|lad)s?|friend at school"),
)  # fmt: skip
_NOBODY_ELSE = r"(?:(?!\b(?:and|but|cos|because|when|while|if|who|i|my|about)\b)[^,.;!?]){0,32}?"
"""What may stand between a person and the harm they do: no other person and no new thought."""

_SAFE_TO_TELL = r"(?<!told )(?<!tell )(?<!told my )(?<!tell my )(?<!told the )(?<!tell the )(?<!told our )(?<!with my )(?<!to my )(?<!and my )(?<!not my )(?<!not my real )"
_AFRAID_OF = r"(?:scared|afraid|frightened|terrified) of|(?:hurt|abused|touched|hit|beaten(?: up)?|attacked|threatened|controlled|raped|assaulted|groomed|bullied) by|because of|worried about|concern(?:ed)? about|uneasy about|alone with|i hate|not safe with|weird about"
_IT_IS = r"(?:it'?s|its|it is|it was|he'?s|hes|he is|she'?s|shes|she is|who is|is|was|about)"
_ARTICLE = r"(?:(?:only|just|actually|also|a|an|the|my|our|his|her|me|mi|someone'?s) )*"
_SUSPECT_PATTERNS = tuple(
    (
        role,
        re.compile(
            rf"{_SAFE_TO_TELL}\b(?:{words})\b{_NOBODY_ELSE}\b{_HARM}"
            rf"|\b(?:{_AFRAID_OF}) {_ARTICLE}(?:{words})\b"
            rf"|\bon (?:my|his|her) (?:{words})'?s? (?:laptop|phone|computer|tablet|pc|hard drive)\b"
            rf"|\b{_IT_IS} {_ARTICLE}(?:real )?(?:{words})\b(?! (?:told|says?|said|thinks?|doesn'?t know|know|here|coming))"
            rf"|^(?:(?:no|nah|ok|well|actually|sorry|not (?:him|her|them)) )*{_ARTICLE}(?:{words})[.!]?(?:$|[.!?] )"
        ),
    )
    for role, words in _ROLES
)
_LEAD_FAILS = re.compile(
    r"\b(?:safeguarding (?:lead|officer)|dsl|designated lead)\b.{0,60}\b(?:nothing|ignor\w+|brushed|laughed|sat on it|refus\w+|won'?t|didn'?t|hasn'?t|never (?:acted|did|reported)|too busy|his friend|her friend)\b"
)
_OWN_CHILD_HITS = re.compile(
    r"\b(?:my|our) (?:\w+ )?(?:son|daughter|teenager|child|kid|lad)\b.{0,40}\b(?:hits?|punch\w*|kick\w*|bites?|attacks?|threatens?|throws things at) (?:me|us)\b"
)
_SUSPECT_SELF = re.compile(
    r"\b(?:(?:my (?:own )?(?:thoughts|urges|feelings|behaviou?r)|thoughts|urges|feelings|attracted|fantas\w+)\b.{0,25}\b(?:about|towards?|for|to|of|around) (?:\w+ )?(?:kids?|child(?:ren)?|minors?|younger|little (?:girls?|boys?)|toddlers?|pupils?|under ?age)|"
    r"i'?m (?:worried|scared|afraid) (?:i (?:might|will|may|could)|(?:of|about) what i)|scared (?:of what i|i (?:might|will|may)) |i (?:might|may|could) (?:hurt (?:him|her|them|the|my|a)|do something to)|my own thoughts)"
)


def suspects_of(message: str) -> tuple[str, ...]:
    """Who is the worry in this message, of `SUSPECTS`, in the order told; empty where it does not say."""
    text = plain(message)
    found = [(match.start(), role) for role, pattern in _SUSPECT_PATTERNS if (match := pattern.search(text))]
    if _OWN_CHILD_HITS.search(text):
        found.append((0, "child"))
    if _LEAD_FAILS.search(text):
        found.append((0, "safeguarding_lead"))
    if _SUSPECT_SELF.search(text):
        found.append((-1, "self"))
    return tuple(dict.fromkeys(role for _, role in sorted(found)))
