"""Sentences of the sample world with their syntax, for the tests of events."""

SHELLED = (
    "Rebels|NOUN|nsubj|shelled shelled|VERB the|DET|det|market market|NOUN|dobj|shelled in|ADP|prep|shelled "
    "Dorva|PROPN|pobj|in on|ADP|prep|shelled Tuesday|PROPN|pobj|on ~,|PUNCT|punct|shelled "
    "killing|VERB|advcl|shelled at|ADV|advmod|least least|ADV|advmod|12 12|NUM|nummod|people "
    "people|NOUN|dobj|killing ~,|PUNCT|punct|people three|NUM|nsubj|children of|ADP|prep|three them|PRON|pobj|of "
    "children|NOUN|appos|people ~.|PUNCT|punct|shelled"
)
OPENED_FIRE = (
    "Soldiers|NOUN|nsubj|opened opened|VERB fire|NOUN|dobj|opened on|ADP|prep|opened protesters|NOUN|pobj|on "
    "~.|PUNCT|punct|opened"
)
LOOTING = (
    "The|DET|det|army army|NOUN|nsubjpass|accused was|AUX|auxpass|accused accused|VERB of|ADP|prep|accused "
    "looting|VERB|pcomp|of shops|NOUN|dobj|looting ~.|PUNCT|punct|accused"
)
ABDUCTED = (
    "Two|NUM|nummod|nurses nurses|NOUN|nsubjpass|abducted were|AUX|auxpass|abducted abducted|VERB "
    "by|ADP|agent|abducted gunmen|NOUN|pobj|by near|ADP|prep|gunmen Manshar|PROPN|pobj|near ~.|PUNCT|punct|abducted"
)
STRIKE_ON = (
    "A|DET|det|strike Veshkari|PROPN|compound|strike air|NOUN|compound|strike strike|NOUN|nsubj|wounded "
    "on|ADP|prep|strike a|DET|det|clinic clinic|NOUN|pobj|on wounded|VERB nine|NUM|nummod|villagers "
    "villagers|NOUN|dobj|wounded ~.|PUNCT|punct|wounded"
)
ARRESTED = (
    "The|DET|det|guards guards|NOUN|nsubj|left who|PRON|nsubj|arrested arrested|VERB|relcl|guards "
    "him|PRON|dobj|arrested have|AUX|aux|left left|VERB the|DET|det|town town|NOUN|dobj|left ~.|PUNCT|punct|left"
)
WILL_VISIT = (
    "The|DET|det|envoy envoy|NOUN|nsubj|visit will|AUX|aux|visit visit|VERB Selmar|PROPN|dobj|visit "
    "if|SCONJ|mark|resume talks|NOUN|nsubj|resume resume|VERB|advcl|visit ~.|PUNCT|punct|visit"
)
NO_STRIKE = "No|DET|det|strike strike|NOUN|nsubj|took took|VERB place|NOUN|dobj|took ~.|PUNCT|punct|took"
FLED = (
    "Some|DET|quantmod|4 4|NUM|nummod|people ~,|PUNCT|goeswith|4 ~000|NUM|goeswith|4 people|NOUN|nsubj|fled "
    "fled|VERB Dorva|PROPN|dobj|fled ~.|PUNCT|punct|fled"
)
TOLD_TO_LEAVE = (
    "They|PRON|nsubj|told told|VERB us|PRON|dobj|told to|PART|aux|leave leave|VERB|xcomp|told our|PRON|poss|homes "
    "homes|NOUN|dobj|leave ~.|PUNCT|punct|told"
)
SHELLING_BY = (
    "The|DET|det|shelling shelling|NOUN|nsubj|killed of|ADP|prep|shelling Dorva|PROPN|pobj|of by|ADP|prep|shelling "
    "the|DET|det|Front Front|NOUN|pobj|by killed|VERB a|DET|det|teacher teacher|NOUN|dobj|killed "
    "~.|PUNCT|punct|killed"
)
LAUNCHED = (
    "The|DET|det|Front Front|PROPN|nsubj|launched launched|VERB an|DET|det|offensive offensive|NOUN|dobj|launched "
    "against|ADP|prep|offensive the|DET|det|army army|NOUN|pobj|against ~.|PUNCT|punct|launched"
)
INQUIRY = (
    "The|DET|det|inquiry strike|NOUN|compound|inquiry inquiry|NOUN|nsubj|begun has|AUX|aux|begun begun|VERB "
    "~.|PUNCT|punct|begun"
)
LAID_DOWN = (
    "Fighters|NOUN|nsubj|laid laid|VERB down|ADP|prt|laid their|PRON|poss|arms arms|NOUN|dobj|laid ~.|PUNCT|punct|laid"
)
AGREEMENT = (
    "The|DET|det|sides two|NUM|nummod|sides sides|NOUN|nsubj|reached reached|VERB an|DET|det|agreement "
    "agreement|NOUN|dobj|reached ~.|PUNCT|punct|reached"
)
HELD = (
    "The|DET|det|council council|NOUN|nsubj|held has|AUX|aux|held held|VERB 16|NUM|nummod|people people|NOUN|dobj|held "
    "~.|PUNCT|punct|held"
)
HELD_TALKS = (
    "The|DET|det|council council|NOUN|nsubj|held has|AUX|aux|held held|VERB talks|NOUN|dobj|held ~.|PUNCT|punct|held"
)
WALKED_OUT = "Delegates|NOUN|nsubj|walked walked|VERB out|ADP|prt|walked ~.|PUNCT|punct|walked"
SIGNED_FORM = "She|PRON|nsubj|signed signed|VERB the|DET|det|form form|NOUN|dobj|signed ~.|PUNCT|punct|signed"
JOINED_CLAUSE = (
    "The|DET|det|army army|NOUN|nsubj|replied has|AUX|aux|replied not|PART|neg|replied replied|VERB but|CCONJ|cc|replied "
    "doctors|NOUN|nsubj|seen have|AUX|aux|seen seen|VERB|conj|replied the|DET|det|looting looting|NOUN|dobj|seen "
    "of|ADP|prep|looting shops|NOUN|pobj|of ~.|PUNCT|punct|replied"
)
DOZENS = "Rebels|NOUN|nsubj|killed killed|VERB dozens|NOUN|dobj|killed ~.|PUNCT|punct|killed"
BOTH_COUNTED = (
    "Rebels|NOUN|nsubj|killed killed|VERB 23|NUM|nummod|soldiers soldiers|NOUN|dobj|killed and|CCONJ|cc|soldiers "
    "17|NUM|nummod|villagers villagers|NOUN|conj|soldiers ~.|PUNCT|punct|killed"
)
OF_THEM = (
    "Rebels|NOUN|nsubj|killed killed|VERB 60|NUM|dobj|killed of|ADP|prep|60 them|PRON|pobj|of ~.|PUNCT|punct|killed"
)
SENT_MONEY = "Orvenia|PROPN|nsubj|sent sent|VERB weapons|NOUN|dobj|sent ~.|PUNCT|punct|sent"
