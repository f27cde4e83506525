from django.http import HttpResponse
from django.urls import path

from bkk_portal.accounts.access import public
from tests.bench.bench_vacancies import urlpatterns as measured


@public
def nothing(request):
    """What Django and the portal's middleware cost when a view asks nothing and says nothing."""
    return HttpResponse("ok")


urlpatterns = [path("kosong/", nothing), *measured]
