"""The peer of the uncached item page: Django and gunicorn over the same register, the same query, the same content.

One file, as small as Django goes: no session, no middleware that the page does not need, templates compiled once and kept,
a database connection that stays open. gunicorn starts `application`; the environment names REGISTER.
"""

import json
import os
from pathlib import Path

from django.conf import settings

settings.configure(
    DEBUG=False,
    SECRET_KEY="a benchmark on 127.0.0.1 has no secrets",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "CONN_MAX_AGE": None,
                           "NAME": f"file:{os.environ['REGISTER']}?mode=ro", "OPTIONS": {"uri": True}}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [Path(__file__).parent / "templates"]}],
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.http.ConditionalGetMiddleware"],
    USE_I18N=False,
)

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import Http404  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402

ONE = """select p.body, p.version, p.published_at from standing s join publication p on p.seq = s.seq
         where s.kind = 'item' and s.key = %s and not s.withdrawn"""


def item(request, meeting, number):
    with connection.cursor() as cursor:
        cursor.execute(ONE, [f"{meeting}/{number}"])
        row = cursor.fetchone()
    if row is None:
        raise Http404
    body, version, published = row
    return render(request, "item.html", {"item": json.loads(body), "version": version, "published": published[:10]})


urlpatterns = [path("meetings/<str:meeting>/items/<str:number>", item)]
application = get_wsgi_application()
