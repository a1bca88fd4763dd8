"""Whose words they are: how a text says that someone else said them, or that they're from a song, a film or a joke.

The names are those that `exback.model.distress.Concerns` asks for, and the parts that these share.
"""

QUOTATIONS = r"""
said: (said|says|screamed|screams|shouted|shouts|yelled|yells|whispered|whispers|texted|texts|wrote|writes|messaged
    |messages|sang|sings|singing|goes|went|replied|replies|answered|typed|posted|reads|read|muttered|joked|jokes
    |begged|cried|sobbed|told me|told us|tells me|warned|threatened|swore|captioned|quoted|quotes|ends with|begins
    |starts|called|titled)
not_the_writer: (?!(i|we|ive|weve|id|im|and|or|but|have|had|ve|just|never|always|finally|once|also|then|only|nearly
    |almost|even|to|be|myself) )
quoted_before: ((\b<not_the_writer>\w+( (just|once|then|always|even|only|also|never|still|back|again
    |suddenly)){0,2} <said>( (to )?(me|him|her|them|us|my \w+))?( back)?( that)? ?[:,]? ?|\b(him|her|them|messages?
    |texts?|voicemails?|emails?|posts?|captions?|notes?|graffiti|signs?|stickers?|t-shirts?|mugs?) (saying|that (said
    |says|read|reads)|with) ?[:,]? ?))$
fiction: \b(song|songs|lyrics?|chorus|verse|sings|sang|sung|singing|singer|album|playlist|radio|poem|poet|novel|book
    |film|movie|series|episode|tv|character|scene|opera|musical|podcast|headline|article|documentary|quote|quotes
    |quoting|quotation|shakespeare|hamlet|juliet|romeo|karaoke|band|track|title|titled|meme|t-?shirt|tiktok|ballad
    |spotify|remix|soundtrack|essay|translation|translate|grammar|vinyl|record|theatre|script|stanza|proverb|saying
    |motto|gig|concert|sitcom)\b
quoted_after: ,? ?((he|she|they|you|mum|dad|my \w+|the \w+) <said>|<said> (?!i\b)\w+|(is|was|were) (his|her|their
    |what (he|she|they)))
theirs_without_marks: (?P<who>\b((he|she|they|you|(my|his|her|the|their) (\w+ )?\w+) <said>( (to )?(me|him
    |us))?( that)?|(texts?|messages?|notes?|voicemails?|letters?|emails?) (saying|that (said
    |says)))),? ?:? ?(?P<words>(if you|if i|i|ill|im|ive|id|youre|you will|youll|watch your
    |your)\b[^,;.!?…]{1,200}?)(?= and i\b| but i\b| so i\b| and now\b| because i\b|[,;.!?…]|$)
title_before: <fiction>( (?!and\b|but\b|because\b|so\b|made\b|makes\b|that\b)\w+){0,3}[ :,–—\"“-]*$
theirs_after_it: ^(?P<words>.{1,200}?)[,.:–—-]? (thats|that is|that was|is|was|were|these were|those were) (what (he
    |she|they|you) (wrote|said|told me|texted|shouted|screamed|says|sent)|(his|her|their
    |your) (last |final |exact )?(words|text|message))\b
light_hearted: \b(grin\w*|laugh\w*|smil\w*|jok\w*|wink\w*|giggl\w*|teas\w*|winning|i win|i won|playing|pretend\w*)\b
"""
