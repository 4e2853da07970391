"""The ways in: the admin, signing in, a health check, a word to robots, and everything else in claims."""

from django.contrib import admin
from django.urls import include, path

from config.health import healthz
from config.robots import robots

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("accounts.urls")),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("", include("claims.urls")),
]
