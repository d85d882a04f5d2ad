"""The plain HTTP routes; whatever they do not know goes on to the pages behind them."""

from starlette.applications import Starlette
from starlette.routing import Route

from plekberaad_app.http import (
    downloads,
    health,
    joining,
    login,
    metrics,
    operating,
    own_data,
    own_login,
    pictures,
)


def routes() -> Starlette:
    """An app to mount in front of the pages."""
    return Starlette(
        routes=[
            Route("/meedoen", joining.join, methods=["POST"]),
            Route("/scherm", joining.open_projector, methods=["POST"]),
            Route("/m/{code}", joining.join_by_qr, methods=["GET"]),
            Route("/d/{code}/meedoen", joining.check_in, methods=["POST"]),
            Route("/qr/{page}/{code}.svg", joining.qr, methods=["GET"]),
            Route("/qr/{code}.svg", joining.qr, methods=["GET"]),
            Route("/mijn-gegevens/{code}/gegevens.json", own_data.take_along, methods=["GET"]),
            Route("/mijn-gegevens/{code}/avond.html", own_data.keep, methods=["GET"]),
            Route("/mijn-gegevens/{code}/wissen", own_data.erase, methods=["POST"]),
            Route("/begeleider", login.go_on, methods=["GET"]),
            Route("/inloggen", login.log_in, methods=["POST"]),
            Route("/inloggen/code", login.show_code, methods=["POST"]),
            Route("/uitloggen", login.log_out, methods=["POST"]),
            Route("/mijn-login/wachtwoord", own_login.change_password, methods=["POST"]),
            Route("/begin/{token}", login.begin, methods=["POST"]),
            Route("/overnemen/{code}", login.take_over, methods=["POST"]),
            Route("/beeld", pictures.upload, methods=["POST"]),
            Route("/beeld/{image_id}", pictures.show, methods=["GET"]),
            Route("/gezond", health.health, methods=["GET"]),
            Route("/beheer/{act}", operating.operate, methods=["POST"]),
            Route("/metrics", metrics.show, methods=["GET"]),
            *downloads.routes(),
        ]
    )
