// Written by scripts/export_directory.py from directory/; do not edit.

/** @type {import('./types.js').Bundle} */
export const BUNDLE = {
 "written": "2026-11-21",
 "services": [
  {
   "id": "childline",
   "name": "Childline",
   "description": "Someone kind to talk to about anything, for anyone under 19.",
   "why": "Someone kind to talk to about anything, for anyone under 19.",
   "eligibility": "Children and young people under 19, anywhere in the UK.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://www.childline.org.uk/about/confidentiality-promise/",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:08001111",
     "cost": "Free. It does not show on the bill of a landline or of most mobiles.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "number": "0800 1111"
    },
    {
     "type": "webchat",
     "label": "Chat online",
     "href": "https://www.childline.org.uk/get-support/1-2-1-counsellor-chat/",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "url": "https://www.childline.org.uk/get-support/1-2-1-counsellor-chat/",
     "description": "You need a free account. You can make up a name."
    },
    {
     "type": "bsl",
     "label": "Sign language (BSL)",
     "href": "https://www.childline.org.uk/",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "url": "https://www.childline.org.uk/",
     "description": "Look for the deaf pages on the Childline website."
    },
    {
     "type": "web",
     "label": "Website",
     "href": "https://www.childline.org.uk/",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "url": "https://www.childline.org.uk/"
    }
   ]
  },
  {
   "id": "emergency-999",
   "name": "999 emergency services",
   "description": "999 sends police or an ambulance fast when someone is in danger or badly hurt.",
   "why": "999 sends police or an ambulance fast when someone is in danger or badly hurt.",
   "eligibility": "Anyone, of any age, anywhere in the UK.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://www.nottinghamshire.police.uk/999",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:999",
     "cost": "Free, even from a locked mobile or one with no credit.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "number": "999"
    },
    {
     "type": "voice",
     "label": "Call, if you cannot speak",
     "href": "tel:999",
     "cost": "Free.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "number": "999",
     "description": "Works from a mobile. A silent call on its own brings nobody.",
     "steps": [
      "Ring 999 from a mobile and listen.",
      "If you can, cough or tap the phone when you are asked something.",
      "When the recording asks, press 55.",
      "If you do not press 55, the call ends.",
      "Pressing 55 does not show the police where you are.",
      "On a landline 55 does not work. Stay on the line."
     ]
    },
    {
     "type": "sms",
     "label": "Text",
     "href": "sms:999",
     "cost": "Free to register.",
     "open_now": null,
     "hours": "",
     "number": "999",
     "description": "Works only if this phone was registered before.",
     "steps": [
      "You must register first, before any emergency: text the word register to 999.",
      "In an emergency, text 999: who you need, what is happening and where.",
      "Wait for an answer before you count on help coming. It can take about two minutes."
     ]
    },
    {
     "type": "textphone",
     "label": "Textphone",
     "href": "tel:18000",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "number": "18000",
     "description": "By textphone, or the 999 button in the Relay UK app."
    },
    {
     "type": "bsl",
     "label": "British Sign Language (BSL) video call",
     "href": "https://999bsl.co.uk",
     "cost": "Free, and it should use none of your data.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "url": "https://999bsl.co.uk",
     "description": "An interpreter signs with you and speaks to 999. Emergencies only."
    }
   ]
  },
  {
   "id": "napac",
   "name": "NAPAC",
   "description": "Support for grown-ups who were abused when they were children.",
   "why": "Support for grown-ups who were abused when they were children.",
   "eligibility": "Adults who survived any kind of abuse in childhood.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://napac.org.uk/over-10000-call-attempts-in-the-past-five-weeks-since-footballers-spoke-out/",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:08088010331",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "number": "0808 801 0331",
     "description": "Many people ring, so it may take several tries."
    },
    {
     "type": "web",
     "label": "Website",
     "href": "https://napac.org.uk/",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "url": "https://napac.org.uk/"
    }
   ]
  },
  {
   "id": "nspcc-helpline",
   "name": "NSPCC Helpline",
   "description": "Grown-ups who are worried about a child can ask the NSPCC what to do.",
   "why": "Grown-ups who are worried about a child can ask the NSPCC what to do.",
   "eligibility": "Adults worried about a child, parents, and people who work with children, anywhere in the UK.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/report/",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:08088005000",
     "cost": "Free from landlines and most mobiles.",
     "open_now": null,
     "hours": "",
     "number": "0808 800 5000",
     "description": "Not open all night. If nobody answers, email, or ring 101."
    },
    {
     "type": "email",
     "label": "Email",
     "href": "mailto:help@nspcc.org.uk",
     "cost": "Free from landlines and most mobiles.",
     "open_now": null,
     "hours": "",
     "address": "help@nspcc.org.uk",
     "description": "You can write at any time."
    },
    {
     "type": "web",
     "label": "Write on the website",
     "href": "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/report/",
     "cost": "Free from landlines and most mobiles.",
     "open_now": null,
     "hours": "",
     "url": "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/report/",
     "description": "You can send the form at any time."
    }
   ]
  },
  {
   "id": "police-101",
   "name": "Police, 101",
   "description": "101 is the police number for when nobody is in danger this minute.",
   "why": "101 is the police number for when nobody is in danger this minute.",
   "eligibility": "Anyone in England, Wales or Scotland.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://www.cambs.police.uk/information-and-services/Child-protection/Child-abuse",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:101",
     "cost": "Free.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "number": "101",
     "description": "You may have to wait in a queue."
    },
    {
     "type": "textphone",
     "label": "Text relay",
     "href": "tel:18001101",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "number": "18001 101",
     "description": "For a textphone or the Relay UK app."
    },
    {
     "type": "web",
     "label": "Website",
     "href": "https://www.police.uk/",
     "cost": "Free.",
     "open_now": null,
     "hours": "",
     "url": "https://www.police.uk/"
    }
   ]
  },
  {
   "id": "samaritans",
   "name": "Samaritans",
   "description": "People who listen, day and night, when life feels too hard.",
   "why": "People who listen, day and night, when life feels too hard.",
   "eligibility": "Anyone, of any age, in the UK.",
   "lang": "en",
   "checked": "2026-11-21",
   "source_url": "https://www.samaritans.org/how-we-can-help/contact-samaritan/",
   "channels": [
    {
     "type": "voice",
     "label": "Call",
     "href": "tel:116123",
     "cost": "Free, even with no credit.",
     "open_now": true,
     "hours": "Every day, 24 hours",
     "number": "116 123"
    },
    {
     "type": "email",
     "label": "Email",
     "href": "mailto:jo@samaritans.org",
     "cost": "Free, even with no credit.",
     "open_now": null,
     "hours": "",
     "address": "jo@samaritans.org",
     "description": "An answer takes time. If it is urgent, ring."
    },
    {
     "type": "web",
     "label": "Website",
     "href": "https://www.samaritans.org/",
     "cost": "Free, even with no credit.",
     "open_now": null,
     "hours": "",
     "url": "https://www.samaritans.org/"
    }
   ]
  }
 ],
 "topics": [
  {
   "id": "being_hurt",
   "title": "Someone hurts or scares me",
   "cards": [
    "childline",
    "emergency-999",
    "nspcc-helpline",
    "police-101",
    "samaritans"
   ]
  },
  {
   "id": "report_abuse",
   "title": "I'm worried about a child",
   "cards": [
    "childline",
    "emergency-999",
    "nspcc-helpline",
    "police-101",
    "samaritans"
   ]
  },
  {
   "id": "grooming",
   "title": "Someone makes a child feel uneasy, online or not",
   "cards": [
    "childline",
    "nspcc-helpline",
    "police-101",
    "samaritans"
   ]
  },
  {
   "id": "self_harm",
   "title": "Suicide or self-harm",
   "cards": [
    "childline",
    "emergency-999",
    "samaritans"
   ]
  },
  {
   "id": "danger_now",
   "title": "Someone is in danger now",
   "cards": [
    "emergency-999",
    "childline",
    "nspcc-helpline",
    "police-101",
    "samaritans"
   ]
  },
  {
   "id": "adult_survivor",
   "title": "It happened when I was a child",
   "cards": [
    "napac",
    "police-101",
    "samaritans"
   ]
  },
  {
   "id": "professional_concern",
   "title": "I work with children and have a concern",
   "cards": [
    "nspcc-helpline",
    "emergency-999",
    "police-101"
   ]
  },
  {
   "id": "need_to_talk",
   "title": "I need someone to talk to",
   "cards": [
    "childline",
    "samaritans"
   ]
  }
 ]
};
