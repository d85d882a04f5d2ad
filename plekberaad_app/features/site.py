"""The plain HTTP routes; whatever they do not know is passed on to the pages behind them."""

from starlette.applications import Starlette
from starlette.routing import Route

from plekberaad_app.features.accounts import login_routes, own_login_routes
from plekberaad_app.features.operations import routes as operations_routes
from plekberaad_app.features.pictures import routes as pictures_routes
from plekberaad_app.features.privacy import routes as privacy_routes
from plekberaad_app.features.report import routes as report_routes
from plekberaad_app.platform.http import metrics
from plekberaad_app.room import admission_routes, health_routes


def routes() -> Starlette:
    """An app to mount in front of the pages."""
    return Starlette(
        routes=[
            Route("/meedoen", admission_routes.join, methods=["POST"]),
            Route("/scherm", admission_routes.open_projector, methods=["POST"]),
            Route("/m/{code}", admission_routes.join_by_qr, methods=["GET"]),
            Route("/d/{code}/meedoen", admission_routes.check_in, methods=["POST"]),
            Route("/qr/{page}/{code}.svg", admission_routes.qr, methods=["GET"]),
            Route("/qr/{code}.svg", admission_routes.qr, methods=["GET"]),
            Route(
                "/mijn-gegevens/{code}/gegevens.json", privacy_routes.take_along, methods=["GET"]
            ),
            Route("/mijn-gegevens/{code}/avond.html", privacy_routes.keep, methods=["GET"]),
            Route("/mijn-gegevens/{code}/wissen", privacy_routes.erase, methods=["POST"]),
            Route("/begeleider", login_routes.go_on, methods=["GET"]),
            Route("/inloggen", login_routes.log_in, methods=["POST"]),
            Route("/inloggen/code", login_routes.show_code, methods=["POST"]),
            Route("/uitloggen", login_routes.log_out, methods=["POST"]),
            Route("/mijn-login/wachtwoord", own_login_routes.change_password, methods=["POST"]),
            Route("/begin/{token}", login_routes.begin, methods=["POST"]),
            Route("/overnemen/{code}", login_routes.take_over, methods=["POST"]),
            Route("/beeld", pictures_routes.upload, methods=["POST"]),
            Route("/beeld/{image_id}", pictures_routes.show, methods=["GET"]),
            Route("/gezond", health_routes.health, methods=["GET"]),
            Route("/beheer/{act}", operations_routes.operate, methods=["POST"]),
            Route("/metrics", metrics.show, methods=["GET"]),
            *report_routes.routes(),
        ]
    )
