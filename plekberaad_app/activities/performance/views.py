"""What the screens draw of a performance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PieceView:
    """The piece, `by` whom and of which kind ('' where there is no word for it); each may be ''."""

    piece: str
    by: str
    genre: str
    about: str


@dataclass(frozen=True)
class ShownView(PieceView):
    """Also the id of its picture, or '', and who made that."""

    image: str
    image_by: str
