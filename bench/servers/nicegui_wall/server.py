"""`python -m bench.servers.nicegui_wall.server PORT FILE`: a wall as NiceGUI's documents do it.

A page per room with an input, a button and a card for every idea; an `Event` per room tells every
open page of a new one. Nothing is tuned.
"""

import sys
import uuid
from collections import defaultdict

from nicegui import Event, ui  # pyright: ignore[reportMissingImports]  (an environment of its own)

from bench.store import Store


def main(port: int, path: str) -> None:
    """Serve until killed."""
    store = Store(path)
    news: defaultdict[str, Event[str]] = defaultdict(Event)

    @ui.page("/wall/{room}")
    def wall(room: str) -> None:
        def send() -> None:
            store.add(room, str(uuid.uuid4()), written.value)
            news[room].emit(written.value)
            written.value = ""

        def show(text: str) -> None:
            with cards, ui.card():
                ui.label(text)

        written = ui.input("Idee")
        ui.button("Stuur", on_click=send)
        cards = ui.column()
        for text in store.wall(room):
            show(text)
        news[room].subscribe(show)

    ui.run(host="127.0.0.1", port=port, show=False, reload=False, show_welcome_message=False)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
