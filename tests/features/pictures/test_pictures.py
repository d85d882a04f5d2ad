"""Pictures: only the pixels are kept, whatever else a file brings."""

import io

import pytest
from PIL import Image

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.features.pictures import pictures
from tests.casting import NOW, image, new_facilitator


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def with_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera of somebody"
    return image((40, 20), "JPEG", exif=exif, comment=b"at home")


def test_a_stored_picture_comes_back(store, quick_hashes, own_settings):
    stored = pictures.keep(new_facilitator("Anna", "De Linde"), image(), NOW)
    assert pictures.picture(stored).media_type == "image/webp"
    assert opened(pictures.picture(stored).content).size == (40, 30)


@pytest.mark.parametrize("strange", ["", "x", "\0", "../x", "x" * 100_000])
def test_an_unknown_picture_is_not_found(store, strange):
    with pytest.raises(NotFound, match="image_unknown"):
        pictures.picture(strange)


def test_what_a_camera_wrote_beside_the_pixels_is_gone():
    content = pictures.made_anew(with_exif(1))
    assert not opened(content).getexif()
    assert b"Camera" not in content
    assert b"at home" not in content


def test_a_photo_taken_sideways_stands_upright():
    assert opened(pictures.made_anew(with_exif(6))).size == (20, 40)


@pytest.mark.parametrize(("size", "kept"), [((1920, 10), (1920, 10)), ((3840, 100), (1920, 50))])
def test_a_picture_is_at_most_1920_pixels_long(size, kept):
    assert opened(pictures.made_anew(image(size))).size == kept


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_usual_kinds_of_pictures_are_taken(kind):
    assert opened(pictures.made_anew(image(kind=kind))).format == "WEBP"


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 100, b"<svg><script/></svg>", image()[:60], image(kind="BMP")]
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(BadInput, match="image_unreadable"):
        pictures.made_anew(content)


def test_a_small_file_with_endless_pixels_is_refused(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1199)
    with pytest.raises(BadInput, match="image_unreadable"):
        pictures.made_anew(image())
    monkeypatch.setattr(pictures, "MAX_PIXELS", 1200)
    assert pictures.made_anew(image())


def test_five_megabytes_is_the_limit():
    padded = image() + b"\0" * (5_000_000 - len(image()))
    assert pictures.made_anew(padded)
    with pytest.raises(BadInput, match="image_too_large"):
        pictures.made_anew(padded + b"\0")
