"""Pictures: only the pixels are kept, whatever else a file brings."""

import io

import pytest
from PIL import Image

from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.services import picturing
from tests.services.casting import NOW, facilitator, image


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def with_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of somebody"
    return image((40, 20), "JPEG", exif=exif, comment=b"at home")


def test_a_stored_picture_comes_back(store, quick_hashes, own_settings):
    stored = picturing.keep(facilitator("Anna", "De Linde"), image(), NOW)
    assert picturing.picture(stored).media_type == "image/webp"
    assert opened(picturing.picture(stored).content).size == (40, 30)


@pytest.mark.parametrize("strange", ["", "x", "\0", "../x", "x" * 100_000])
def test_an_unknown_picture_is_not_found(store, strange):
    with pytest.raises(NotFound, match="image_unknown"):
        picturing.picture(strange)


def test_what_a_camera_wrote_beside_the_pixels_is_gone():
    content = picturing.made_anew(with_exif(1))
    assert not opened(content).getexif()
    assert b"Camera" not in content
    assert b"at home" not in content


def test_a_photo_taken_sideways_stands_upright():
    assert opened(picturing.made_anew(with_exif(6))).size == (20, 40)


@pytest.mark.parametrize(("size", "kept"), [((1920, 10), (1920, 10)), ((3840, 100), (1920, 50))])
def test_a_picture_is_at_most_1920_pixels_long(size, kept):
    assert opened(picturing.made_anew(image(size))).size == kept


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_usual_kinds_of_pictures_are_taken(kind):
    assert opened(picturing.made_anew(image(kind=kind))).format == "WEBP"


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"<svg><script/></svg>", image()[:60], image(kind="BMP")]
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(BadInput, match="image_unreadable"):
        picturing.made_anew(content)


def test_a_small_file_with_endless_pixels_is_refused(monkeypatch):
    monkeypatch.setattr(picturing, "MOST_PIXELS", 1199)
    with pytest.raises(BadInput, match="image_unreadable"):
        picturing.made_anew(image())
    monkeypatch.setattr(picturing, "MOST_PIXELS", 1200)
    assert picturing.made_anew(image())


def test_five_megabytes_is_the_limit():
    padded = image() + b"\0" * (5_000_000 - len(image()))
    assert picturing.made_anew(padded)
    with pytest.raises(BadInput, match="image_too_large"):
        picturing.made_anew(padded + b"\0")
