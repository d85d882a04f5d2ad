"""Pictures for the projector: uploaded, re-encoded without metadata, and served."""

import io
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from PIL import Image, ImageOps

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.retention import KEEP_UNUSED_IMAGES
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.pictures import MAX_PICTURE
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import images
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.database.tables import ImageRow
from plekberaad_app.platform.permissions import Facilitator, require_right
from plekberaad_app.platform.tokens import new_id

# The longest side on the projector; photos are scaled down to it.
LONGEST_SIDE = 1920
# A photo from a new phone has 50 million; far more than that is an attack on our memory.
MAX_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MEDIA_TYPE = "image/webp"

# A picture of 60 million pixels takes 180 MB while it is open.
_turns = BoundedSemaphore(1)


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture and what they are."""

    content: bytes
    media_type: str


@audited()
def keep(facilitator: Facilitator, content: bytes, now: datetime) -> str:
    """Store a picture for the facilitator's library; returns its id.

    Raises BadInput: image_too_large (most, in MB), image_unreadable.
    """
    require_right(facilitator, Action.ADD, Resource.PICTURE)
    image = ImageRow(
        id=new_id(),
        library_id=facilitator.library_id,
        content=made_anew(content),
        media_type=MEDIA_TYPE,
        created_at=now,
    )
    with transaction() as db:
        images.add(db, image)
    return image.id


def picture(image_id: str) -> Picture:
    """A stored picture; raises NotFound('image_unknown')."""
    with reading() as db:
        image = images.find(db, image_id) if image_id.isalnum() else None
    if image is None:
        raise NotFound("image_unknown")
    return Picture(image.content, image.media_type)


def drop_unused(now: datetime) -> int:
    """Delete uploaded pictures that no evening uses, after a day; returns how many."""
    with reading() as db:
        unused = images.unused(db, now - KEEP_UNUSED_IMAGES)
    if unused:
        with transaction() as db:
            images.drop(db, unused)
    return len(unused)


def made_anew(content: bytes) -> bytes:
    """Only the pixels, upright, as WebP: anything else in the file (location, camera) is gone."""
    if len(content) > MAX_PICTURE:
        raise BadInput("image_too_large", most=MAX_PICTURE // 1_000_000)
    with _turns:
        try:
            return _webp(content)
        # Pillow raises whatever its decoders run into in a broken file.
        except Exception:
            raise BadInput("image_unreadable") from None


def _webp(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise BadInput("image_unreadable")
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        plain = Image.new("RGBA", upright.size)
        plain.paste(upright.convert("RGBA"))
    written = io.BytesIO()
    plain.save(written, "WEBP", quality=82)
    return written.getvalue()
