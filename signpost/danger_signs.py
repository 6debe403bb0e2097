"""The signs of danger in English, and what takes them back: tables only, which danger.py reads.

Every pattern is written for the plain form of a message (`signpost.text.plain`).
"""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_RELATIVES = (
    r"(?:step ?-?)?(?:dad|daddy|father|mum|mummy|mam|mammy|mom|mother|ma|da|brother|bro|sister|sis|uncle|"
    r"aunt|aunty|auntie|grandad|grandpa|gran|granny|nan|nana|boyfriend|bf|girlfriend|gf|partner|"
    r"husband|wife|ex|ex ?-?(?:husband|partner|boyfriend|wife)|cousin|carer|son|daughter|lodger|"
    r"babysitter|minder|childminder|teacher|coach|missus|fella|bloke|hubby)"
)
_SOMEBODY = (
    r"(?:he|she|they|someone|somebody|some ?one|some (?:man|guy|men|people|lads?|bloke)|"
    r"(?:a|the|this|that|an? \w+) (?:man|guy|woman|lady|person|stranger|boy|bloke|lad)|"
    r"(?:the )?(?:neighbou?rs?|men|people|lads|boys|girls|man|woman|guy)|"
    rf"(?:(?:my|his|her|their|our|the|your|me) )?(?:foster )?{_RELATIVES}(?:'?s (?:bf|boyfriend|partner|new \w+|ex|mate|dad|friend))?)"
)
_SOMEONE_HURT = (
    r"(?:me|us|her|him|them|(?:my|our|his|her|their|the|your) (?:\w+ )?(?:mum|mam|mom|mummy|dad|daddy|brother|bro|bruv|sister|sis|friend|mate|kids?|child|children|son|daughter|baby|bby|bairns?|wean|wife|husband|girlfriend|gf|boyfriend|bf|nan|gran|grandad|cousin|niece|nephew|step\w+|aunt\w*|uncle|partner|twins?|boy|girl|lad|lass|toddler|neighbou?r|teacher|ex|little \w+|wee \w+|head|face|stomach|throat|arms?|hair|dog|cat|door|missus|grandson|granddaughter|woman|man|lady)(?:'?s)?|a (?:\w+ )?(?:child|kid|girl|boy|baby|toddler|woman)|"
    r"this \w+|that \w+|each other|mum|mam|mom|mummy|dad|someone|somebody|a child|children|kids|people)"
)
_IS = r"(?:'?s|'?re| is| are| r| iz| has started| started| keeps?| won'?t stop| wont stop| is back|'?s back and| and|,)"
_STRIKING = (
    r"(?:hitt?ing|hiting|hittin|beating|beatin|batt?ering|punching|punchin|kicking|kickin|stabbing|strangling|stranglin|"
    r"choking|chokin|throttling|smothering|suffocating|drowning|attacking|attackin|attcking|whipping|slapping|smacking|leathering|"
    r"burning|raping|assaulting|bashing|smashing|hammering|dragging|shooting|murdering|trying to kill|"
    r"trying to (?:stab|strangle|drown|hurt|rape|hit|choke|drag|grab|take|get at)|going to kill|gonna kill|about to kill|threatening to kill|"
    r"laying into|going for|lashing out at|throwing (?:things|stuff|plates|chairs|furniture|bottles) at|pinning|holding \w+ (?:down|under|against)|"
    r"belting|thumping|pulling \w+ (?:by the )?hair|twisting)"
)
_HARMING = r"(?:hurting|hurtin|abusing|touching|touchin|molesting|forcing|making|bothering|grabbing|shaking|harming)"
_NOW = (
    r"(?:right now|rite now|ryt now|rn|now|nw|atm|at the moment|at this moment|this minute|this second|this very|"
    r"as (?:we speak|i type|i write|i'?m typing)|currently|just now|again now|as i speak|happening now|still (?:going|happening)|live)"
)
_BLADE = r"(?:knif|knife|knive|blade|machete|gun|weapon|axe|hammer|sword|samurai|bat|cleaver|screwdriver|shotgun|pistol|zombie knife|acid|crowbar|petrol|scissors)"

_SIGNS: dict[str, tuple[str, ...]] = {
    "violence": (
        rf"\b{_SOMEBODY}{_IS} (?:\w+ ){{0,3}}?{_STRIKING}\b(?: up)? (?:\w+ )?{_SOMEONE_HURT}",
        rf"\b{_SOMEBODY}{_IS} (?:\w+ ){{0,3}}?{_HARMING}\b.{{0,60}}\b{_NOW}\b",
        rf"\b{_STRIKING} (?:up )?{_SOMEONE_HURT}\b.{{0,40}}\b{_NOW}\b",
        rf"\b{_NOW}\b.{{0,40}}\b(?:{_STRIKING}|{_HARMING}) (?:up )?{_SOMEONE_HURT}\b",
        rf"\b(?:being|getting|gettin) (?:\w+ )?(?:beaten|battered|hit|punched|kicked|stabbed|strangled|choked|attacked|raped|assaulted|jumped|abused|hurt|burn(?:t|ed))\b.{{0,50}}\b(?:{_NOW}|next door|upstairs|downstairs|outside|help)\b",
        r"\b(?:about|going|gonna|gunna|gona|goin) (?:to )?(?:hit|kill|stab|attack|batter|beat|hurt|shoot|murder|rape|strangle|do me in) (?:me|us|her|him|them|my \w+|mum|mam|mom|dad|somebody|someone|everyone|the (?:baby|kids?|child))\b(?!.{0,25}\b(?:if i (?:broke|break|fail|dont tidy|lose|lost)|when (?:she|he|they) (?:see|find)s?|lol|haha|lmao))",
        r"\b(?:threaten\w*|sa(?:ys|id|ying)) (?:to|he'?ll|she'?ll|they'?ll|hes going to|he is going to|he'?s gonna|shes gonna|that he will|he will) (?:kill|stab|shoot|burn|murder)\b(?!.{0,40}\b(?:years ago|last year))",
        r"\b(?:being|been|gets?|getting) (?:forced|made) to (?:have sex|do sex|sleep with|do (?:sexual|sex) )",
        r"\b(?:forced?|forcing|making|makes?) (?:me|her|him|us) (?:to )?(?:have sex|do sex\w*|sleep with)\b|\b(?:being|been|getting) forced into sex\b",
        r"\bthere(?:'?s| is) (?:a |an )?bomb\b|\bbomb (?:in|at|on|under|inside) (?:the|my|our|a) (?:school|shopping|station|centre|bus|train|building|bag|church|mosque|car)\b|\bexplosion (?:at|in|near|outside) (?:the|my|our)\b",
        r"\b(?:scream(?:ing|s)?|shout(?:ing|s)?|crying) (?:for help|help|stop|get off|dont hurt)\b",
        r"\b(?:hear|hearing|heard|listening to) .{0,50}\b(?:scream(?:ing|s)?|being (?:hit|beaten|hurt|battered)|thuds?|smashing)\b.{0,60}\b(?:now|next door|upstairs|help|stop|above|through the wall|begging)\b",
        r"\b(?:next door|upstairs|neighbou?rs?|downstairs|above me|the flat)\b.{0,60}\b(?:scream(?:ing|s)|being (?:hit|beaten|hurt)|begging|killing (?:her|him|each other|them|someone|somebody))\b",
        r"\b(?:is|are|'?s|'?re) (?:\w+ )?(?:fighting|kicking off|going mental|going mad|losing it|smashing (?:up )?(?:the|our|everything|things|stuff))\b.{0,60}\b(?:now|scared|help|knife|blood|police|hiding|hurt|kill|baby)\b",
        r"\bthere(?:'?s| is) (?:\w+ )?blood\b(?!.{0,20}\b(?:test|pressure|orange|type|moon)\b)|\b(?:lots|loads|so much|covered in|everywhere) (?:of )?blood\b|\bblood (?:everywhere|all over)\b|\bwon'?t stop bleeding|\bbleeding (?:badly|a lot|loads|everywhere|from (?:the|his|her|my) (?:head|ear|neck|face|wrist))|\bi'?m bleeding\b|\b(?:she|he)'?s bleeding\b",
        r"\b(?:he|she|they)(?:'?s| is|'?ve| has| have)? got (?:me|her|him|us) (?:by the|pinned|on the floor|against the|round the)",
        r"\b(?:unconscious|passed out|knocked out(?! (?:in|of) the (?:quarter|semi|cup|first|second|final|league|draw))|won'?t wake up|wont wake up|not waking up|isn'?t waking|cant wake (?:her|him|my|mum|dad|them)|can'?t wake (?:her|him|my|mum|dad|them)|not moving|isn'?t moving|isnt moving|unresponsive|(?:he|she|mum|mam|dad|nan|grandad|brother|sister|friend|mate|baby|son|daughter|husband|wife|child)(?:'?s| has| just| is)* collapsed|gone limp|gone floppy|not getting up|won'?t get up|out cold|not responding|gone purple|gone gr[ea]y|gone blue|turn(?:ed|ing) blue|lips (?:are|have gone|r) (?:blue|purple))\b(?! in the (?:quarter|semi|cup|first|second|final))",
        r"\b(?:can'?t|cannot|cant|struggling to|isn'?t|isnt|not|stopped|aren'?t|won'?t) breath(?:e|ing)?\b(?!.{0,30}\b(?:laugh|funny|lol|haha|nose|mask))",
        r"\b(?:it'?s|its|this is|hes|he'?s) happening (?:right )?now\b|\bhappening (?:again )?(?:right now|as i)\b",
        r"\b(?:(?:house|flat|home|bed|room|kitchen|curtains|caravan|building|car|stairs|clothes|hair|he|she|we)(?:'?s| is| are|'?re)? on fire|house is burning|set fire to the (?:house|flat|bed|door))\b(?!.{0,20}\b(?:track|song|tune|form|outfit|lyrics)\b)",
        r"\bi(?:'?m| am| have|'?ve)? (?:just )?(?:been )?(?:stabbed|shot)\b(?! (?:a|the|some|my) )|\bsomeone(?:'?s| has| is)? (?:been |just been |just got |got )?(?:stabbed|shot)\b|\b(?:he|she|mate|friend|brother|dad|mum)(?:'?s| has)? (?:just )?(?:been|got) (?:stabbed|shot)\b",
    ),
    "hurt": (
        r"\b(?:strangl\w*|chok\w+|throttl\w+|stabb(?:ing|ed)|suffocat\w+) (?:my (?:mum|mam|dad|brother|sister|friend|mate|son|daughter|nan|baby|kid|wife|husband|girlfriend|boyfriend|cousin|little)|me|her|him|mum|mam|dad|us|someone|somebody)\b(?!.{0,40}\b(?:in the (?:game|film|book|end)|fortnite|up|with laughter))",
        r"\b(?:by the throat|tied (?:me|her|him|us|them|mum|mam|dad|my \w+) up|hands are tied|pillow (?:on|over) (?:her|him|my|the)|holding (?:\w+ ){0,3}(?:over the|out (?:of )?the window|under (?:the )?water|underwater)|out the window by)\b",
        r"\b(?:mum|mam|mom|dad|nan|he|she|brother|sister|friend|mate|baby|head)(?:'?s|'?re| is| are)? (?:\w+ )?bleeding\b|\bbleeding (?:from|out|to death|badly|loads|lots|everywhere)",
        r"\b(?:baby|babies|bby|babys|baby'?s|newborn|bairn|toddler|infant|wee one|little one|she|he|child|son|daughter)\b.{0,25}\b(?:funny colou?r|gone (?:grey|gray|blue|purple|quiet|limp|floppy|white)|is (?:grey|blue|purple|limp|floppy)|not waking|wont breathe|breathing (?:funny|weird|strange|wrong|is (?:weird|funny))|strange noises?|weird (?:breathing )?noises?|making weird|wont stop fitting|having a fit)\b",
        r"^(?:\w+ )?(?:baby|toddler|mum|mam|dad|kid|son|daughter|child|he|she|nan)(?:'?s)? (?:is )?(?:grey|gray|blue|purple|limp|floppy|bleeding|stabbed|unconscious|dead|drowning|choking|fitting|not breathing|cold)\b",
        r"\b(?:(?:he|she|they|someone|somebody|friend|mate|brother|sister|kid|child|boy|girl|lad|man|woman|dad|mum|son|daughter|baby)(?:'?s|'?re| is| are)? (?:drowning|gone under)|fell (?:in|into|through) (?:the )?(?:river|canal|sea|water|lake|pond|pool|ice)|in the (?:river|canal|sea|lake|reservoir|water|weir) .{0,40}(?:help|shouting|can'?t|not come|hasn'?t come)|hasn'?t come up|on the ice|ice cracked|swept (?:out|away)|under the ice)\b(?!.{0,30}\b(?:paperwork|work|debt|homework|emails|sorrows|rink|skat\w+|bucket|level|tunnel|game)\b)",
        r"\b(?:toddler|baby|kid|kids|child|children|little (?:boy|girl|lad|one)|wean|bairn|tot|\d (?:year|yr)[ -]old)s?\b.{0,30}\b(?:on|in|near|by|walking (?:along|down|on)|running (?:into|onto|in)) (?:the |a )?(?:main |busy |middle of the )*(?:road|motorway|dual carriageway|a\d+|m\d+|railway|train track|tracks|level crossing|roof|ledge|window ledge|balcony)\b(?=.{0,80}(?:$|alone|no |own|nobody|parent|adult|pyjamas|nappy|now|help|edge|climb))",
        r"\b(?:boot of (?:a|the|his|that) car|(?:baby|newborn|child) (?:left|abandoned|dumped|found) (?:on|in|at|by|outside)|found a (?:baby|newborn|toddler))\b",
        r"\b(?:put|slipped|spiked|gave (?:me|her|him)) (?:something )?(?:in|into)? ?(?:my|her|his) drink\b(?=.{0,90}\b(?:now|cant|can'?t|feel|going|weird|funny|stand|car|with|him|help|locked))",
        r"\b(?:kicking off|kicked off|lashing out|laying into|gone for|going for|going at|having a go at) (?:me|her|him|my \w+|us|mum|mam|dad|his \w+|each other|the \w+)\b(?=.{0,60}\b(?:now|help|scared|stop|blood|knife|hurt|police|bottle|bat))",
        r"\b(?:fighting|fight) (?:with|outside|downstairs|upstairs|in the)\b.{0,50}\b(?:bottles?|knives|knife|blood|bats?|pushchair|baby|hurt|stop them|police|machetes?)\b",
        r"\b(?:is|he'?s|she'?s|hes|shes|'?s) (?:back )?(?:getting|gone to get|fetching|got|reaching for|gone for) (?:the|his|her|a) (?:belt|knife|bat|stick|gun|hammer|cane|strap|cable|axe)\b",
        r"\b(?:doing it|hurting|hitting|at it) (?:to )?(?:her|him|me|them|my \w+) again\b.{0,30}\b(?:now|right|room|next door|tonight)\b",
    ),
    "weapon": (
        rf"\b(?:got|has|have|holding|with|grabbed|picked up|pulled|carrying|waving|wielding|brought|had|a|pulling|taken|took) (?:out )?(?:a |an |the |his |her |got a |kitchen )?(?:big |kitchen |massive |huge )?{_BLADE}s?\b.{{0,60}}\b(?:at (?:me|us|my|her|him|school|the)|to (?:me|my|her|his|our|mum)|kill|hurt|stab|outside|here|door|now|threat\w*|after|scared|help|downstairs|upstairs|house|home|kitchen|room|swing\w*|coming|shout\w*|point\w*)\b(?!.{{0,30}}\b(?:fortnite|minecraft|game|film|dinner|cricket|cut the))",
        rf"\b(?:he|she|they|dad|mum|mam|someone|somebody|brother|man|boyfriend|bf|stepdad)(?:'?s| is|'?ve| has| have)? (?:just )?(?:got|has|have|holding|grabbed|picked up|pulled(?: out)?|waving|wielding|came in with|come in with|pointing) (?:hold of )?(?:a |an |the |his |my )?(?:big |kitchen |massive |huge |carving )?{_BLADE}\b(?! (?:and fork|set|block))",
        rf"\b{_BLADE} (?:to|at|against|on) (?:my|her|his|the|our) (?:throat|neck|face|head|chest|back|stomach)\b",
        rf"\bwith (?:a |an |the )(?:big |kitchen )?{_BLADE}\b.{{0,40}}\b(?:help|now|door|coming|scared|outside|here)\b",
        r"\b(?:brought|bringing|taking|took) (?:a |the )?(?:knife|gun|blade|machete) (?:to|into|in) (?:school|college|class)\b",
        r"\b(?:gonna|going to|about to) (?:get )?(?:stabbed|shot|shanked|jumped)\b",
    ),
    "trapped": (
        r"\b(?:locked|locked me|locking|shut|trapped|barricaded) (?:me|us|him|her|myself|ourselves|them)? ?(?:in|inside|up|out of the house at night)\b(?=.{0,80}\b(?:room|bathroom|toilet|loo|house|flat|cupboard|shed|garage|cellar|basement|wardrobe|car|boot|bedroom|cant|can'?t|wont|won'?t|help|scared|hes|he'?s|outside|dark|key|hours|with (?:him|a man|them)))",
        r"\b(?:won'?t|wont|will not|not letting|doesn'?t|isn'?t letting|not gonna|wouldn'?t|never) (?:let|letting)? ?(?:me|us|her|him|them|my \w+) (?:leave|out|go|get out|come home|go home|off)\b(?!.{0,30}\b(?:party|sleepover|concert|out with (?:my )?(?:friends|mates)|shopping|town|on (?:my )?(?:phone|xbox|trip))\b)",
        r"\b(?:not letting|isn'?t letting|isnt letting) (?:me|us|her|him|them|my \w+) (?:leave|out|go|get out)\b(?!.{0,30}\b(?:party|sleepover|concert|out with|shopping|town)\b)",
        r"\b(?:can'?t|cant|cannot|unable to) (?:get out|get away|escape|leave the (?:house|room|flat))\b(?!.{0,20}\b(?:of bed|of (?:the|my) (?:contract|lease)|level|boss|maze|debt)\b)",
        r"\b(?:i'?m|im|i am|we'?re|were|me and .{2,25}|she'?s|he'?s) (?:hiding|hidin|hid) (?:in|under|behind|from|with|upstairs|now|and|cos|because|at)\b(?!.{0,40}\b(?:memories|library|mates? loft|friend'?s|presents?|hide and seek|eggs|behind (?:a )?(?:smile|mask)|my (?:phone|feelings))\b)",
        r"\bhiding (?:in|under|behind|from (?:him|my|her|them|dad|mum)|with my)\b(?!.{0,20}\b(?:seek|plain sight)\b)",
        r"\b(?:he|she|they|someone|man|dad|bf|boyfriend)(?:'?s|'?ve)? (?:is |has |have )?(?:got|keeping|holding|kept|locked|trapped|took|taken|tied) (?:me|her|us|him|my \w+)(?: up)? (?:here|hostage|prisoner|captive|against|in (?:a|the|his|this)|locked|tied)\b",
        r"\b(?:tied up|held hostage|(?:been|being|got|getting|was|just|has|have|is|she'?s|he'?s|im|i'?m|my \w+) (?:\w+ )?(?:kidnapp?ed|abducted)|(?:he'?s|they'?re|man|someone|trying to|is) kidnapp?(?:ed|ing)?|being held|taken me (?:somewhere|away))\b(?!.{0,30}\b(?:at work|with work|in traffic|book|film|season|up in meetings|by (?:pirates|aliens)|is by|my heart|in a (?:zoom|meeting|lift))\b)",
    ),
    "coming": (
        r"\b(?:hes|he'?s|he is|shes|she'?s|she is|they'?re|theyre|they are|dad(?:'?s| is)|mum(?:'?s| is)|mam'?s|(?:step ?dad|stepfather|boyfriend|bf|ex|uncle|brother|husband|partner)(?:'?s| is)) (?:\w+ )?(?:coming (?:back|in|up|for|home|upstairs|to (?:get|kill|hurt|find|my)|down|over|now|after|round|closer|here|towards)|at (?:the|my|our) (?:door|window|house)|outside (?:my|the|our|now|and)|in (?:the|my|our) (?:house|room|garden|flat|bed) ?(?:$|now|and|right|with|again tonight|please|help|what)|upstairs|downstairs (?:with|and|now|shouting)|banging (?:on|at)|trying to (?:get|break|kick) (?:in|the|through|into)|breaking (?:in|the|down)|kicking (?:the|down|my|off)|here(?: now)?(?: help)?(?:$|[.! ]+(?:help|please|he|i|now|and|im|what))|back (?:now|$)|following|chasing|after me|behind me|found (?:me|us|out where)|smashing|waiting for me outside|getting (?:closer|angrier|violent)|drunk (?:again )?and (?:coming|shouting|angry|smashing|he))",
        r"\b(?:someone|somebody|a man|some man|this man|some guy|a guy|strange man|men|this guy|people|a stranger|a car|a van|this car|gang|they)(?:'?s| is| are|'?re)? (?:\w+ )?(?:following|followin|chasing|stalking|trying to (?:get (?:in|me)|break|grab|pull|open)|breaking in|in (?:my|our|the) (?:house|garden|room)|at (?:my|the|our) (?:window|door)|watching me through|banging on|outside (?:my|our) (?:house|door|window|room)|broke in|grabbed (?:me|a|my|her)|won'?t leave me alone .{0,20}(?:bus|train|street|park|walking))",
        r"\bbreaking (?:in|into (?:my|our|the) house|down (?:the|my) door)\b(?! (?:news|to the industry|my new))",
        r"^(?:hes|he'?s|he is|shes|she'?s|she is|they'?re|theyre|dads|dad'?s|dad is|mums|stepdads) (?:here|home|back|coming|outside|awake|up|angry|drunk|got it|downstairs|upstairs|listening|in)(?: (?:now|again|help|pls|please))*[.! ]*$",
        r"\b(?:i can hear (?:him|her|them) (?:coming|on the stairs|outside|shouting)|hear (?:his|her) (?:footsteps|car|key))\b",
        r"\b(?:he|she|they|someone|somebody|man)(?:'?s| has|'?ve)? (?:got|broke|come|came) in (?:the|our|my) (?:house|flat)\b|\bintruder\b|\bbeing followed\b|\bpeople after me\b|\bafter me with\b",
    ),
    "intruder": (
        r"\b(?:man|men|someone|somebody|stranger|guy|bloke|lads?|people|torch|footsteps) (?:is |are |'?s )?(?:in|outside|round|at|on|behind|climbing|getting|coming) (?:in |into |through |up )?(?:my|our|the) (?:\w+ )?(?:garden|house|tent|shed|kitchen|window|stairs|flat|landing|room|bedroom|door|back door|roof|hallway)\b(?!.{0,30}\b(?:party|boiler|plumb\w*|electric\w*|cleaner|builder|fix|paint|clean|postman|delivery)\b)",
        r"\b(?:kicking|kicked|breaking|broke|smashing|smashed|bashing|hammering|battering|trying|booting|booted|putting|put) (?:at |on |down |in |through )?(?:my|our|the|a|all the) (?:\w+ )?(?:front |back |bedroom |bathroom )?(?:doors?|windows?|door handle|letterbox|lock)\b(?! (?:of opportunity|open to))|\b(?:door|window)(?:s|'s)? (?:just )?(?:got |been |has been |is being )?(?:kicked|smashed|broken|put) (?:in|through|down)\b|\bdoor hinges?\b|\b(?:trying|tried|rattling) (?:my|our|the|all the) (?:door|handle|doors|door handle|windows?)\b",
        r"\b(?:got|has|have|had) (?:my (?:friend|mate|brother|sister|son|daughter|cousin)|him|her|me|us|them) (?:cornered|surrounded|in an alley|in a headlock|on the floor|by the hair|round the neck|against|trapped|in (?:his|the|a) (?:car|van|room|flat))\b",
        r"\b(?:got off|walking|walked|been|still|right|car|van|bloke|man|guy|lads?|he|they|someone)\b.{0,25}\b(?:following|behind) (?:me|us|her)\b(?=.{0,60}\b(?:now|scared|home|street|dark|running|still|metres|corner|closer|faster|since|bus|help|stop)\b)",
        r"\b(?:he|she|they|dad|him|ex|husband)(?:'?s| is|'?ve| has)? (?:just )?(?:found me|found us|found out where|knows (?:where i am|im here|i'?m here)|coming up (?:the )?sta\w+|cming|got in|getting in|broke in|climbed in|come home early|going from room to room|tracked me)\b",
    ),
    "goodbye": (
        r"\b(?:texted|messaged|sent|said|saying|told|just|message|text|saying)\b.{0,20}\b(?:goodbye|bye forever|its done|it'?s done|love you all|sorry for everything)\b.{0,60}\b(?:phone|answer|reply|pick|gone|off|locked|shed|bathroom|find|kids|us)\b",
        r"\b(?:tablets?|pills|paracetamol|packets?|meds)\b.{0,25}\b(?:gone|empty|all of them|whole (?:packet|box|lot)|missing)\b(?=.{0,60}\b(?:she|he|shes|hes|daughter|son|friend|asleep|wake|locked|quiet|13|14|15|16|help))",
        r"\b(?:i'?ve|ive|i have) (?:already )?(?:done (?:it|something (?:stupid|bad|silly))|taken them|swallowed)\b(?=.{0,80}\b(?:feel|sleepy|tired|faint|scared|now|help|joke|mind|sick|blood|cold|die|alone)\b)",
        r"\b(?:cut|cuts|cutting)\b.{0,40}\b(?:too deep|went wrong|wont stop|won'?t stop|faint|so much blood|need stitches|loads of blood)\b",
        r"\b(?:climb(?:ing|ed)|hanging|threatening to jump|going to jump|gonna jump|about to jump|says (?:he|she)'?ll jump|jump(?:ing|ed)) (?:out|off|from|of|over)\b.{0,40}\b(?:window|bridge|roof|balcony|ledge|multi|cliff|bannister|banister|building|car park|train|motorway)\b(?!.{0,30}\b(?:bungee|charity|sponsored|parachute|pool|diving board))",
        r"\b(?:on|from) (?:the |a )?(?:ledge|edge of (?:the|a) (?:roof|bridge|cliff|platform)|top of the multi|wrong side of)\b",
        r"\b(?:barricaded|locked) (?:her|him|my|them)sel(?:f|ves) in\b.{0,80}\b(?:knife|blade|tablets|pills|kill|die|heaven|goodbye|quiet|baby|razor|answer|cut)\b",
    ),
    "overdose": (
        r"\b(?:i|i'?ve|ive|i have|she|she'?s|he|he'?s|they|friend|daughter|son|mum|mate|sister|brother|dad|\w+'?s) (?:\w+ )?(?:have |has |had |just )*(?:taken?|took|tuk|swallowed|swallow|downed|drank|drunk|drinking|eaten|ate|overdosed|od'd|oded|necked|popped) (?:\w+ ){0,4}(?:tablets?|pills?|paracetamol\w*|ibuprofen|meds|medication|medicine|medicines|bleach|poison|capsules|sleeping \w+|antidepressants|packets?|boxes|box|insulin|antifreeze|chemicals?|cleaning \w+|the lot|too many|too much|loads of)\b(?!.{0,30}\b(?:before bed as|like the (?:doctor|gp)|for (?:my|a|the|his|her) (?:headache|cold|flu|period|back|hay ?fever)|this morning as normal|prescribed|yesterday and feel better|coffee|cake|chocolate|sweets|water|vitamins?)\b)",
        r"\b(?:overdosed|overdose|overdosing|od'd|oded|taken an od|took an od)\b(?!.{0,40}\b(?:last (?:year|month)|years ago|when i was|in the past|statistic|lesson|on (?:chocolate|sugar|coffee|netflix|telly|cake)|as a (?:kid|child|teen)|on (?:\w+ )?(?:\w+ )?(?:pies?|celebrations|quality street|biscuits?|cheese|cake|crisps|sweets|roses|heroes|food|turkey|carbs|caffeine|tv|tea|pasta|bread|cuteness|christmas|easter))\b)",
        r"\b(?:took|taken|swallowed) (?:them|it) all\b|\btoo many (?:tablets|pills|paracetamol)\b|\bswallow(?:ed)? (?:a )?batter(?:y|ies)\b",
    ),
    "suicide": (
        r"\b(?:i'?m|im|i am|hes|he'?s|she'?s|shes|he is|she is|they'?re|friend is|mate is|daughter is|son is|sister is|brother is) (?:\w+ )?(?:on|at|stood on|standing on|sat on|sitting on|by|near|up on|climbed|hanging off) (?:the |a |top of |the edge of |edge of |the top of )*(?:bridge|roof|ledge|edge|railway|train (?:tracks?|line|station)|tracks?|cliffs?|motorway|platform|multi ?-?storey|car park roof|windowsill|window ledge|balcony)\b(?!.{0,40}\b(?:view|photo|selfie|waiting for (?:the|my) (?:train|bus)|of my seat|of glory|train (?:is )?(?:late|delayed|cancelled)|going to (?:work|london|school)))",
        r"\b(?:gonna|going to|gunna|goin to|gona|about to|ready to|want to|wanna|will|need to|i'?m|im) (?:just )?(?:jump|end it|end my life|end it all|end things|kill (?:my|him|her|them) ?sel(?:f|ves)|kms|do it|finish it|die|end myself|top myself|unalive (?:my|him|her)self|take my (?:own )?life|hang (?:my|him|her)self|cut (?:my )?(?:wrists?))\b.{0,40}\b(?:now|tonight|tonite|2nite|today|in a (?:minute|bit|sec)|this (?:minute|evening|afternoon|morning)|goodbye|bye|after this|soon as|before (?:he|she|they|mum|dad)|rn|cant stop me)\b",
        r"\b(?:tonight|now|today|right now|rn)\b.{0,25}\b(?:i'?m|im|i am|i will|ill|i'?ll|gonna|going to|want to|wanna|need to) (?:\w+ )?(?:end it|end my life|kill myself|kms|die|do it|jump|not be here|unalive)\b",
        r"\b(?:i'?m|im|i am|she is|she'?s|shes|he is|he'?s|hes) (?:\w+ )?(?:killing (?:my|him|her)self|cutting (?:my|her|him)(?:self| wrists?| arms?)? (?:right )?now|hanging (?:my|him|her)self|about to (?:do it|jump|end it|die|kill))\b",
        r"\b(?:got|have|holding|has|with) (?:\w+ )?(?:a |the |some |my )?(?:rope|noose|razor|blade|pills|tablets) (?:in (?:my|her|his) hand|ready|here|out|next to me|in front of me|round (?:my|her|his) neck)\b",
        r"\b(?:rope|noose|belt|cord) (?:round|around) (?:my|her|his) neck\b",
        r"\b(?:this is (?:my )?(?:goodbye|the end|it for me)|goodbye (?:everyone|world|forever|for ever)|tell (?:my )?(?:mum|mam|mom|dad|family|everyone|nan|them) i(?:'?m| am)? (?:love|loved|sorry|luv)|i won'?t be here (?:tomorrow|in the morning|by morning|much longer)|(?:be|will be|ill be|i'?ll be) (?:dead|gone) (?:by|before|in the morning|tomorrow|tonight|soon)|last (?:message|text) (?:i|ill|i'?ll|you|ever)|written (?:my |the |a )?(?:note|letters)|left (?:a )?(?:suicide )?note|suicide note|suicidal (?:right )?now|has cut (?:her|him)sel|cut (?:her|his|my) wrists?|slit)\b",
        r"\b(?:trying|tried|attempting|attempted) to (?:kill (?:my|him|her)self|end (?:my|his|her) life|hang (?:my|him|her)self|jump|take (?:his|her|my) own life)\b(?=.{0,40}\b(?:now|just|tonight|today|help|minutes?|locked|bathroom))",
        r"\b(?:just|has|have) tried to (?:kill (?:my|him|her)self|end (?:my|his|her) life|hang|take (?:his|her|my) own)",
    ),
    "baby": (
        r"\b(?:shook|shaken|shaking|shake|dropped|threw|throwing|thrown|squeezed|smothered|hit|hurt|burnt|scalded|slapped|chucked|punched) (?:the |my |our |her |his |a )?(?:new ?born|baby|bby|bub|babba|bairn|wean|infant|twins|toddler|little one)\b(?! (?:shower|oil|food|photos?|monitor|name|pictures))",
        r"\b(?:baby|bby|newborn|bairn|infant|toddler|little one|2 year old|1 year old|my son|my daughter|grandson|granddaughter|wean)\b.{0,40}\b(?:not breathing|isn'?t breathing|isnt breathing|stopped breathing|floppy|limp|blue|won'?t wake|wont wake|choking|fitting|having a (?:fit|seizure)|unconscious|not responding|being shaken|swallowed|drank (?:the )?bleach|fallen (?:out|from|down)|in the (?:pool|pond|canal|river))\b",
        r"\b(?:going|gonna|about|scared i'?ll|scared ill|afraid i will|afraid i'?ll|think i'?m going|might) (?:to )?(?:hurt|shake|kill|throw|smother|drop|harm|snap and hurt) (?:the |my |our |her |him |this )?(?:baby|kids?|children|son|daughter|child|her|him|bairn|little (?:girl|boy|one))\b",
        r"\b(?:having a (?:fit|seizure)|choking on|anaphyla\w+|cut (?:her|his|my) throat|giving birth|in labour)\b(?!.{0,30}\b(?:of (?:giggles|rage|laughter)|words|work|emails|debt|homework|laughter)\b)",
    ),
    "alone": (
        r"\b(?:baby|babies|toddler|(?:1|2|3|4|5|6|7|8|one|two|three|four|five|six|seven|eight) ?(?:year|yr|month|yo|y/o)s?(?:[ -]?olds?)?|little (?:kid|kids|girl|boy|one|ones|brother|sister|bro|sis)|small (?:child|children|kid)|(?:two|three|young|the|her|his|their|those|a) (?:kids?|children|child|bairns?|weans?|tot))\b.{0,60}\b(?:left|on (?:their|his|her|its|there) own|alone|by (?:themselves|himself|herself|itself)|unattended|home alone|wandering|locked in (?:a|the|that) (?:hot )?car)\b(?=.{0,80}\b(?:now|right now|tonight|hours?|outside|car|crying|screaming|street|road|dark|window|nobody|no one|noone|middle of|balcony|motorway|naked|barefoot|nappy|pyjamas|all (?:day|night)|rain|since)\b)",
        r"\b(?:left|leaving|leaves) (?:me|us|her|him|them|my \w+ \w+|the (?:baby|kids|children|toddler|bairns?)|a (?:baby|toddler|child))\b.{0,30}\b(?:alone|on (?:my|our|their|his|her) own|by (?:ourselves|myself|themselves)|in (?:a|the) (?:hot )?car)\b(?=.{0,60}\b(?:now|hours|night|days|dark|scared|gone|fire|hungry|crying|hot|since|isn'?t back|not back|hasn'?t come|baby)\b)",
        r"\b(?:mum|mam|mom|dad|they|he|she|parents) (?:hasn'?t|hasnt|haven'?t|havent|not|isn'?t|aint) (?:come|came|been|cum)? ?(?:home|back)\b(?=.{0,80}\b(?:alone|days?|night|baby|brother|sister|scared|food|dark|own|since)\b)",
    ),
    "stranger": (
        r"\b(?:in|into|inside) (?:a |the |this |his |some )?(?:stranger'?s?|strange (?:man|mans|man'?s)|man'?s|random (?:man|guy|bloke)'?s?|some(?:one|body)(?:'?s)?(?: i don'?t know)?|unknown|mans|older (?:man|guy)'?s?) (?:\w+ )?(?:car|van|house|flat|hotel|room|taxi|caravan|lorry)\b",
        r"\b(?:got|pulled|dragged|forced|taken|took|put|jumped|bundled|grabbed|snatched) (?:\w+ ){0,4}(?:in|into|in to) (?:a |the |this |his |some |that |black |white )*(?:car|van|boot|lorry)\b(?!.{0,30}\b(?:my (?:mum|dad|mate|friend|nan)'?s|to go (?:to|shopping|home)|traffic|bump|crash|accident|for school))",
        r"\b(?:just|been) (?:been )?(?:snatched|abducted|kidnapp?ed|grabbed|taken)\b(?=.{0,50}\b(?:child|kid|girl|boy|daughter|son|by|from|off|park|car|man|street|school))",
        r"\b(?:he|man|guy|driver|he'?s|hes) (?:\w+ )?(?:won'?t|wont|not|isn'?t) (?:stop (?:the|driving)|let(?:ting)? me out|taking me home)\b|\bdriving me (?:somewhere|away|to (?:a|his)|i don'?t know)\b|\bdon'?t know where (?:he|they|i'?m being|im being)(?:'?s|'?re| is| are)? (?:taking|driving|taken)",
        r"\b(?:he|they|a man|someone|stranger)(?:'?s| has|'?ve| have)? (?:just )?(?:taken|took|snatched|grabbed|got) (?:my |her |the |our |a )(?:\w+ )?(?:child|kid|baby|daughter|son|little \w+|girl|boy|sister|brother|kids|children)\b(?!.{0,40}\b(?:to (?:the )?(?:park|school|football|cinema|swim\w*|nan|his mum|doctor|dentist|club)|photo|picture|away on holiday|into care|attention))",
        r"\b(?:my|our|the) (?:\w+ )?(?:child|kid|daughter|son|toddler|little (?:girl|boy|brother|sister)|\d ?(?:year|yr) ?-?old|boy|girl|lad|grandson|granddaughter|niece|nephew|baby)(?:'?s| is| has|s)? (?:just )?(?:gone missing|missing|vanished|disappeared|been taken|gone and|not (?:here|there|come home)|got lost|wandered off|ran off)\b(?!.{0,20}\b(?:out|school|lessons|his mum|her mum|me|teeth|tooth|a tooth|the point|homework|class)\b)",
        r"\b(?:can'?t|cant|cannot) find (?:my|our|the) (?:\w+ )?(?:child|kid|daughter|son|toddler|little (?:girl|boy|brother|sister)|\d ?(?:year|yr) ?-?old|grandson|granddaughter|baby|boy|girl)(?:$|[ ,.!](?!friend|'s|s ))",
    ),
    "sexual": (
        rf"\b(?:raping|rapeing|molesting|abusing|assaulting|touching|forcing|making) (?:me|her|him|my \w+)\b.{{0,50}}\b{_NOW}\b",
        r"\b(?:is|'?s|are|'?re) raping (?:me|her|him|my)\b|\bi(?:'?m| am)? being raped\b|\b(?:just|literally just) (?:been |got |was )?raped\b|\bi (?:was|got|been) (?:just )?raped (?:just now|tonight|an hour ago|today|minutes ago)\b",
        r"\b(?:he|she|they|uncle|dad|stepdad|man)(?:'?s| is| are|'?re) (?:in (?:my|the) (?:room|bed)(?: now)?|on top of me|getting in (?:my|to my) bed|taking (?:my|her) clothes off|making me (?:undress|take|do))\b",
    ),
    "cannot_speak": (
        r"^(?:i |pls |please |shh+ ?)*(?:can'?t|cant|cannot) (?:talk|speak|tlk|call|ring|phone)(?: (?:now|rn|out loud|loud|he'?s here|hes (?:here|listening)|he (?:is|will)|she'?s here|they'?re (?:here|listening)|right now|atm|much|long|help|pls|please|shh))*[.! ]*$",
        r"\b(?:can'?t|cant|cannot) (?:talk|speak|call|ring|make a (?:sound|noise)|phone)\b.{0,40}\b(?:he'?ll hear|hell hear|he will hear|hear me|he'?s (?:here|in|next|right|listening)|hes (?:here|in|next|right|listening)|she'?s (?:here|in|next|listening)|she'?ll hear|they'?ll hear|listening|in the (?:next )?room|next to me|kill me|danger)\b",
        r"\b(?:he'?s|hes|she'?s|shes|they'?re) (?:listening|watching me|right (?:here|next|behind)|reading (?:this|over)|in the next room|next to me|going to see this)\b|\bwhisper(?:ing)?\b.{0,30}\b(?:hear|here|help)\b",
        r"\b(?:silent call|press 55|call (?:the )?police for me|send (?:the )?police|get (?:the )?police|need (?:the )?police (?:now|here|asap|quick)|ring 999|call 999|999 (?:now|please|pls|help|quick)|dial 999|send (?:help|someone) (?:now|quick|please|to)|need an? ambulance|call an ambulance|get an ambulance|send an ambulance|ambulance (?:now|please|quick))\b(?!.{0,30}\b(?:what happens|how long|happen))",
    ),
    "plea": (
        r"\b(?:i'?m|im|i am|we'?re|we are|she'?s|shes|she is|he'?s|he is|child is|kids are|my life is|life is|lives are) (?:all )?(?:in (?:immediate |serious |real |big |grave |terrible )?(?:danger|trouble and)|not safe (?:right )?now|unsafe (?:right )?now|at immediate risk|dying(?! to| for)|being killed|about to (?:die|be (?:killed|hurt|raped|beaten)))\b(?!.{0,25}\b(?:to (?:know|see|try|meet|go)|of (?:boredom|laughter|heat|embarrassment|failing|missing)|for a|laughing|lol|haha|inside))",
        r"\b(?:please|pls|plz) (?:help|hurry|come|send) (?:me |us |now |quick )*(?:he|she|they|im|i'?m|my|dad|mum|now|hes|shes|quick|hurry|someone|before)\b(?!.{0,50}\b(?:homework|essay|maths|revision|with (?:this|my) (?:question|code|project))\b)",
        r"\bi(?:'?m| am| think i'?m| think im| think i am)? (?:about to|going to|gonna|gunna) (?:die|be killed|get killed|be hurt|get hurt|get beaten)(?: (?:tonight|now|here|soon|if))?\b(?!.{0,30}\b(?:laughing|of (?:embarrassment|boredom|laughter|heat|hunger|shame)|lol|haha|if i (?:eat|have to)|alone|one day|old|in (?:this|the) (?:game|exam|heat|maths)))",
    ),
}
SIGNS = tuple((kind, re.compile("|".join(f"(?:{p})" for p in patterns))) for kind, patterns in _SIGNS.items())
"""Kind of danger, and what says so. Each is searched in the plain text."""

# Cries typed without a space between words.
RUN_ON = re.compile(
    r"(?:he|she|they|dad|mum|mam|stepdad)s?(?:is|are|re)?(?:hitting|beating|strangling|choking|stabbing|punching|kicking|killing|attacking|raping)(?:me|us|her|him|them|my|mum|mam|mom|dad)"
    r"|(?:he|she|they)s?(?:has|have)?(?:got)?a?(?:knife|gun)|^(?:please|pls)?help(?:me|us)(?:now|please|pls|hes|hesgot)*$|call999|callthepolice|^hes?(?:is)?(?:here|coming)$|hesgoingtokillme|hesgonnakillme"
    r"|(?:ive|i)(?:took|taken|swallowed)(?:all)?(?:the|my|some|alot|lotsof|toomany)?(?:pills|tablets|paracetamol|overdose)|imgoingtokillmyselfnow|notbreathing"
)

RUN_ON_WORD = 12
"""Letters per space from which a message counts as typed without spaces."""

# A message made of nothing but these words, one of them a cry, is a call for help.
CRIES = _words(
    """
    help helpp halp hlp sos emergency danger urgent police ambulance 999 hurry quick
    """
)
BESIDE_CRIES = CRIES | _words(
    """
    me us please pls plz plss pleas now rn right someone somebody anyone i need im i'm in am its it's is this a an
    the asap fast scared real we my can you u just so quickly save send get to want some at once nowww second
    """
)

FEW_WORDS = 9
SHORT_CRY = re.compile(
    r"^(?:\W|quick|hurry|help|pls|please|shh+|ok|omg|oh god|sos|now)*\b(?:he'?s|hes|he is|she'?s|shes|she is|they'?re|theyre|they are|dad'?s|dads|mum'?s|mums) (?:just )?"
    r"(?:back|inside|here|coming|looking(?: for me)?|broken in|got (?:me|her|him|us|a knife|a gun|in)|killing (?:me|him|her|them|us|mum|dad)|hurting (?:me|him|her|them|us)|in (?:the|my) (?:room|house|dorm|kitchen|hall))(?: (?:now|again|help|pls|please|quick|hurry|with \w+))*\W*$"
    r"|\b(?:he|they|she|someone|dad) (?:has|have|got) (?:me|us|her)\W*$|^(?:\W|pls|please|help|quick|hurry|just)*(?:come quick|come now|come fast|locked in(?=\W*(?:$|help|room|with|by|house|car|bathroom))|following me|killing (?:him|her|them|me|us)|still hitting (?:him|her|me|us)|he came back|in danger|cant breathe|being followed|stuck in (?:a|his) (?:car|van))\b"
    r"|\b(?:in (?:the )?(?:real )?danger|cant speak|can'?t speak) ?[,.]? ?(?:cant|can'?t|in danger|help|now|cannot)\b|\b(?:stabbed|shot) (?:outside|in|at|near)\b|\bcall (?:the )?(?:police|ambulance|999)\b(?! out)|^(?:please )?someone (?:pls|please|help)\W*$"
)
WEAPONS = _words(
    """
    knife knifes knives gun blade machete shotgun axe
    """
)
BESIDE_WEAPONS = (
    WEAPONS
    | BESIDE_CRIES
    | _words(
        """
    he he's hes has got son child kid kids man dad brother baby my mum her his him she with at the and in here
    outside house kitchen school bus on there is swinging big boyfriend stepdad someone's they they've people
    upstairs downstairs door neighbour street
    """
    )
)

# Ordinary speech with frightening words in it. Struck out before the signs are looked for.
ORDINARY = re.compile(
    r"\b(?:homework|maths|this (?:essay|heat|weather|commute|job|game|level|boss|queue|traffic|exam|meeting|course|assignment|coursework|headache|cold)|"
    r"(?:my|these|the) (?:feet|foot|back|knees?|legs?|head|shoes|boots|heels|hay ?fever|allergies|tooth|teeth|hangover|phone|laptop|battery|car|wifi|internet|printer|job|boss at work|diet|commute|period|stairs|suspense|gym|exams?)) "
    r"(?:is|are|r|was|were|keeps?) (?:\w+ )?(?:killing|murdering|battering|strangling|attacking|dying|dead|choking|beating)(?: me)?\b"
    r"|\b(?:phone|laptop|battery|car|wifi|internet|plant|plants|goldfish|hamster|tablet|ipad|console|xbox|engine) (?:has |just |is |'?s )*(?:died|dying|dead|die|crashed)\b"
    r"|\b(?:dying|die|died|dead) (?:of|from|with|for|to) (?:laughter|laughing|boredom|embarrassment|heat|hunger|thirst|a (?:coffee|cuppa|wee|pizza|kebab)|shame|know|see|meet|find out)\b"
    r"|\bkill(?:ing)? (?:time|two birds|the (?:process|mood|lights|vibe|engine|switch|task|server)|for a)\b"
    r"|\b(?:mum|mam|mom|dad|my (?:mum|mam|mom|dad|wife|husband|boss|teacher|parents|sister|brother|manager|mates?|nan)) (?:is|are|r|'?s|will|'?ll)? ?(?:gonna |going to |literally )*(?:kill|murder|be the death of) me (?:(?:if|when|for|because|cos|cuz|lol|haha|over|as|after)\b|, i'?ve|,? i (?:broke|lost|forgot|borrowed|failed))(?! .{0,30}\b(?:finds out i (?:told|said)|tell|knows i told|i tell|knife|for real|actually|drunk))"
    r"|\b(?:beat(?:ing|en)?|smash(?:ing|ed)?|hammer(?:ing|ed)?|thrash(?:ing|ed)?|batter(?:ing|ed)?|kill(?:ing|ed)?|destroy(?:ing|ed)?|slaughter(?:ing|ed)?|attack(?:ing|ed)?|shoot(?:ing)?) (?:us|them|him|her|everyone|me|the \w+)? ?(?:at|in|on) (?:fifa|fortnite|minecraft|roblox|cod|call of duty|football|tennis|darts|chess|cards|snooker|pool|golf|rugby|cricket|mario kart|monopoly|uno|scrabble|badminton|netball|the (?:match|cup|final|league|quiz|game|race|polls)|a (?:game|race|quiz))\b"
    r"|\bheart attack\b(?= (?:when|lol|haha|seeing|looking))"
    r"|\bheld hostage by (?:a|an|the|my|our|her|his) (?:\w+ )?(?:cat|kitten|dog|puppy|baby|toddler|printer|toilet|hamster|grandkids?)\b"
    r"|\btrapped in (?:a |an |the |my )?(?:\w+ )?(?:zoom|meeting|ikea|jumper|dress|jeans|wetsuit|sports bra|traffic|conversation|group ?chat|queue|revolving door|time loop)\b"
    r"|\b(?:can'?t|cannot|struggling to|barely) breathe? in (?:these|this|my|that|those) (?:\w+ )?(?:jeans|dress|suit|spanx|corset|tie|collar|shirt|bra|skirt|trousers|costume|wetsuit|jumper|top)\b"
    r"|\b(?:jeans|collar|bra|shirt|dress|spanx|jumper|bow tie|turtleneck|polo neck)s? (?:is|are|keeps?) (?:\w+ )?(?:strangling|choking|suffocating|killing) me\b"
    r"|\bchoking on (?:how |dog hair|my words)"
    r"|\b(?:my )?eyes (?:are|r) bleeding\b|\bbleeding (?:starving|obvious|hell|typical|love|cold|cheek|useless|edge)\b"
    r"|\bknocked out (?:of|on|by) (?:the )?(?:bake|strictly|cup|penalties|smell|tournament|league|quiz|competition|group|\w+ cup)\b"
    r"|\bbreathing down (?:my|his|her|our|their) necks?\b"
    r"|\b(?:los(?:e|ing|t)|sapp?ing) (?:my |the )?will to live\b|\bshot (?:at (?:dawn|f ?\d|iso|\d)|in (?:black and white|4k|portrait))|\bkilling me softly\b|\b(?:jump(?:ed|ing)?) on the bandwagon\b"
    r"|\bfollowing me(?:\.\.)? (?:back )?on (?:insta\w*|twitter|tiktok|snap\w*|x|spotify|strava|facebook)\b|\b(?:about to die|going to die|gonna die) so (?:bye|text|ring|charge)\b"
)
REASON = re.compile(r"\b(?:because|cause|cos|coz|cuz|bc|bcos)\b.*")
"""Why somebody is hurt is no setting: a child is hit "cos i was on fortnite"."""

NOT_REAL = re.compile(
    r"\b(?:fortnite|minecraft|roblox|gta|call of duty|cod|warzone|valorant|zelda|pokemon|fifa|the sims|skyrim|elden ring|among us|"
    r"(?:video|board|computer|xbox|playstation|ps\d|switch|card) ?games?|in (?:the|this|my|a) (?:game|film|movie|book|novel|show|series|episode|play|story|song|video|level|musical|programme|drama|soap|dream|nightmare|podcast|comic|manga|anime)|"
    r"(?:level|chapter|episode|season|scene) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)|my sims?|"
    r"(?:was|saw|seen|heard|read) (?:it |this |that )?(?:on|in) the (?:news|papers?)|labyrinth|minotaur|mufasa|"
    r"what a film|(?:one|two|three|\d) (?:hearts?|life|lives) left|drama homework|fantasy league|what song|which song|song (?:has|with) the words|"
    r"in (?:the|this|that|a) (?:film|movie|book|novel|episode|series|show) (?:i'?m|im|we'?re|you)|(?:film|movie|book|novel|episode|series|netflix|eastenders|corrie|coronation street|hollyoaks|emmerdale|casualty|line of duty|panto|play) (?:where|about|when|with|called|i|we|last)|"
    r"(?:writing|wrote|read|reading|watching|watched|watch) (?:a|an|the|my|this|about) (?:\w+ )?(?:film|movie|book|novel|story|essay|play|song|poem|series|documentary|episode|show|script|scene|chapter|thriller|drama|murder mystery)|"
    r"lyrics?|the boss fight|final boss|respawn\w*|my (?:creative writing|english) (?:homework|essay|story|coursework)|macbeth|hamlet|romeo|history (?:lesson|essay|homework)|in history|murder mystery|escape room|paintball|laser ?quest|nerf|water (?:gun|pistol)|"
    r"a nightmare|i had a dream|i dreamt|i dreamed|bad dream|roleplay|dungeons|halloween costume|fancy dress)\b"
)
LONG_AGO = re.compile(
    r"\b(?:years? ago|yrs ago|decades? ago|months? ago|weeks? ago|when i was (?:a|an|little|small|young|younger|\w+ing|about|only|\d)|as a (?:child|kid|boy|girl|teen\w*)|"
    r"in (?:the )?(?:19\d\d|20[012]\d|\d0s|past)|back in (?:the )?\w+|used to|last (?:year|month|week|summer|winter|term|christmas)|growing up|years back|long time ago|historic\w*|in my childhood|"
    r"(?:days|fortnight|half term) ago|(?:at|over|since) (?:easter|christmas|xmas|halloween|new year)|in (?:the )?(?:spring|summer|autumn|winter)|(?:when|while) (?:i|she|he|we) (?:was|were) in (?:year|yr|primary|reception|nursery)|"
    r"a while (?:ago|back)|once upon|the other (?:day|week|month)|a few (?:days|weeks|months) (?:ago|back)|no longer|not any ?more|stopped (?:years|months|last))\b"
)
HABIT = re.compile(
    r"\b(?:always|every (?:day|night|week|time|weekend|other)|everyday|sometimes|often|usually|most (?:days|nights)|a lot|for (?:months|years|weeks|ages|as long)|all the time|when(?:ever)? (?:he|she|they|i|we|dad|mum|mam|my \w+)(?:'?s| is|'?ve|'?re| gets?| drinks?| has| have)?|once a|since (?:i|he|she|we|last|my|the|september|january|christmas|easter)|constantly|keeps?|kept|again and again|on and off|now and (?:then|again)|these days|lately|recently|the last few|past few)\b"
)
URGENT_NOW = re.compile(rf"\b(?:{_NOW}|please help|help me|hes here|he'?s here|hiding|hurry|tonight)\b")
QUESTION_OF_FACT = re.compile(
    r"^(?:(?:so|ok|hi|hello|hey|um|just|quick question|random question|hypothetically|suppose)[, ]+)*(?:what (?:happens|is|are|does|should|would|counts|if i|sentence|do (?:they|you|the|police|samaritans|childline|people))|how (?:do|does|is|many|long|can|would|common|should)|is (?:it|there|calling|999|this number|shaking|threatening|being|hitting) |can (?:i|you|we|they|a|the) (?:ring|call|text|report|get|999)|"
    r"do (?:i|you|they|we|the police|(?:the )?samaritans|childline|people|paramedics)|does |who |which |when (?:do|does|should|can|was)|where |why (?:do|does|is)|are (?:you|calls)|should i (?:call|ring|report)|jail time|(?:shaken baby|abuse|neglect) signs|if (?:you|i|we|someone|people|a child|kids) (?:ring|call|dial|text|phone|report|say|tell|told|said)(?=.{0,80}\b(?:do|will|would|does|can) (?:you|they|the|u|it|i)\b))"
)
NEGATED = re.compile(
    r"\b(?:not in (?:any )?(?:immediate )?danger|no (?:immediate )?danger|isn'?t in (?:any )?(?:immediate )?danger|nobody is in danger|no one is in danger|not an emergency|isn'?t an emergency|not urgent|not suicidal|(?:you )?think i'?m in danger|i'?m not in danger|im not in danger|"
    r"(?:nobody|no one|noone) (?:is|was|has been|were) (?:\w+ )?(?:hitting|hurting|hurt|hit|beating|attacking|following|trying|dragged|locked|coming)|"
    r"(?:isn'?t|isnt|aren'?t|not|never|wasn'?t|wasnt) (?:\w+ )?(?:hitting|beating|hurting|attacking|touching|following|coming (?:up|in|over|back|round|for)|locked in|on the (?:railway|roof|bridge|ledge|tracks?)|outside|going to (?:hurt|kill|do anything)|gonna (?:hurt|kill|do anything))|"
    rf"(?:hasn'?t|hasnt|haven'?t|havent|doesn'?t|doesnt|didn'?t|didnt|never) (?:\w+ )?(?:got|have|had|own|owned|carry|taken|took|take|swallow(?:ed)?) (?:\w+ )?(?:{_BLADE}|tablets?|pills?|overdose|anything)|"
    r"there(?:'?s| is|s) no (?:\w+ )?(?:screaming|knife|gun|fire|blood|danger))\b[^.,;!?]*?(?=\bbut\b|[.,;!?]|$)"
)
