"""Ten weeks of a person who does not exist, so that somebody new can look at every page before they have lived it.

Everything in here is made up. It begins on a Monday, and what would lie in the future on the day of the show is left out.
"""

from .between import BETWEEN
from .check_ins import CHECK_INS
from .urges import URGES
from .walk import WALK

LIFE = (*WALK, *CHECK_INS, *URGES, *BETWEEN)
