"""Ten weeks in the life of a made-up person, so that someone new can look at every page before writing anything.

The life starts on a Monday. What would lie in the future on the day of the demo is left out.
"""

from .between import BETWEEN
from .check_ins import CHECK_INS
from .urges import URGES
from .walk import WALK

LIFE = (*WALK, *CHECK_INS, *URGES, *BETWEEN)
