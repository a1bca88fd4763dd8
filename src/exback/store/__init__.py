"""Where progress is kept: one JSON file in one folder, saved whole after every event."""

from exback.store.home import home_folder
from exback.store.paper import paper, sweep_papers
from exback.store.progress import Progress
from exback.store.store import Store

__all__ = ["Progress", "Store", "home_folder", "paper", "sweep_papers"]
