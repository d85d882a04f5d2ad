"""Services of a test's own: they can be killed and come back with their data."""

import signal

import psycopg
import pytest
import redis

from tests.setup.own_services import own_postgresql, own_redis

pytestmark = pytest.mark.services


def test_a_postgresql_that_crashed_comes_back_with_what_was_committed():
    with own_postgresql() as server:
        with psycopg.connect(server.url) as db:
            db.execute("CREATE TABLE kept AS SELECT 7 AS number")
        server.stop(signal.SIGQUIT)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(server.url)
        server.start()
        with psycopg.connect(server.url) as db:
            assert db.execute("SELECT number FROM kept").fetchall() == [(7,)]


def test_a_frozen_redis_answers_nothing_until_it_is_thawed():
    with own_redis() as server, redis.Redis.from_url(server.url, socket_timeout=0.2) as client:
        server.freeze()
        with pytest.raises(redis.RedisError):
            client.ping()
        server.thaw()
        assert client.ping()
        server.stop(signal.SIGKILL)
        with pytest.raises(redis.RedisError):
            client.ping()
