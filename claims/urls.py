"""Two lists: what readers open, and the desk."""

from django.urls import include, path

from claims.views.public.cards import card_of_pair, card_of_statement, card_of_story
from claims.views.public.compare import compare
from claims.views.public.contradiction import contradiction, contradiction_editions
from claims.views.public.corrections import corrections
from claims.views.public.embeds import embed_pair, embed_statement, embed_story
from claims.views.public.examined import examined_of_speaker, examined_of_story
from claims.views.public.feeds import contradictions_feed, corrections_feed, speaker_feed, story_feed
from claims.views.public.home import home
from claims.views.public.method import method, method_history
from claims.views.public.mistakes import report as report_mistake
from claims.views.public.mistakes import sent as mistake_sent
from claims.views.public.oembed import oembed
from claims.views.public.patterns import patterns
from claims.views.public.quotation import quotation
from claims.views.public.reports import report_of_pair, report_of_story
from claims.views.public.search import search
from claims.views.public.sitemap import sitemap, sitemap_pages, sitemap_part
from claims.views.public.speaker import speaker
from claims.views.public.speakers import speakers
from claims.views.public.statement import statement, statement_editions
from claims.views.public.story import editions as story_editions
from claims.views.public.story import story

app_name = "claims"

reading = [
    path("", home, name="home"),
    path("stories/<slug:slug>/", story, name="story"),
    path("stories/<slug:slug>/examined/", examined_of_story, name="story-examined"),
    path("stories/<slug:slug>/report.pdf", report_of_story, name="story-report"),
    path("stories/<slug:slug>/editions/", story_editions, name="story-editions"),
    path("contradictions/<int:pk>/", contradiction, name="contradiction"),
    path("contradictions/<int:pk>/editions/", contradiction_editions, name="contradiction-editions"),
    path("contradictions/<int:pk>/report.pdf", report_of_pair, name="contradiction-report"),
    path("statements/<int:pk>/", statement, name="statement"),
    path("statements/<int:pk>/editions/", statement_editions, name="statement-editions"),
    path("compare/", compare, name="compare"),
    path("search/", search, name="search"),
    path("speakers/", speakers, name="speakers"),
    path("speakers/<slug:slug>/", speaker, name="speaker"),
    path("speakers/<slug:slug>/examined/", examined_of_speaker, name="speaker-examined"),
    path("quotations/<int:pk>/", quotation, name="quotation"),
    path("feeds/contradictions/", contradictions_feed, name="contradictions-feed"),
    path("feeds/corrections/", corrections_feed, name="corrections-feed"),
    path("stories/<slug:slug>/feed/", story_feed, name="story-feed"),
    path("speakers/<slug:slug>/feed/", speaker_feed, name="speaker-feed"),
    path("corrections/", corrections, name="corrections"),
    path("method/", method, name="method"),
    path("method/history/", method_history, name="method-history"),
    path("mistakes/", report_mistake, name="mistake"),
    path("mistakes/sent/", mistake_sent, name="mistake-sent"),
    path("stories/<slug:slug>/card-<slug:version>.png", card_of_story, name="story-card"),
    path("contradictions/<int:pk>/card-<slug:version>.png", card_of_pair, name="contradiction-card"),
    path("statements/<int:pk>/card-<slug:version>.png", card_of_statement, name="statement-card"),
    path("embed/stories/<slug:slug>/", embed_story, name="embed-story"),
    path("embed/pairs/<int:pk>/", embed_pair, name="embed-pair"),
    path("embed/statements/<int:pk>/", embed_statement, name="embed-statement"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemaps/pages.xml", sitemap_pages, name="sitemap-pages"),
    path("sitemaps/<slug:kind>-<int:number>.xml", sitemap_part, name="sitemap-part"),
    path("oembed/", oembed, name="oembed"),
    path("patterns/", patterns, name="patterns"),
]

desk = [path("desk/", include("claims.desk_urls"))]

urlpatterns = [*reading, *desk]
