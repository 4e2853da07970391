"""Two lists: what readers open, and the desk."""

from django.urls import include, path

from claims.views.public.contradiction import contradiction
from claims.views.public.home import home
from claims.views.public.patterns import patterns
from claims.views.public.quotation import quotation
from claims.views.public.reports import report_of_pair, report_of_story
from claims.views.public.speaker import speaker
from claims.views.public.statement import statement
from claims.views.public.story import story

app_name = "claims"

reading = [
    path("", home, name="home"),
    path("stories/<slug:slug>/", story, name="story"),
    path("stories/<slug:slug>/report.pdf", report_of_story, name="story-report"),
    path("contradictions/<int:pk>/", contradiction, name="contradiction"),
    path("contradictions/<int:pk>/report.pdf", report_of_pair, name="contradiction-report"),
    path("statements/<int:pk>/", statement, name="statement"),
    path("speakers/<slug:slug>/", speaker, name="speaker"),
    path("quotations/<int:pk>/", quotation, name="quotation"),
    path("patterns/", patterns, name="patterns"),
]

desk = [path("desk/", include("claims.desk_urls"))]

urlpatterns = [*reading, *desk]
