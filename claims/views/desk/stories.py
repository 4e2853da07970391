from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import role_required
from accounts.roles import Role
from claims.forms.confirm import PublishForm, ReadForm
from claims.forms.quotation import SearchForm
from claims.forms.story import StartStoryForm, StoryForm
from claims.forms.verb_form import ReasonForm, VerbForm
from claims.models import Contradiction, Statement, Story
from claims.models.states import StatementState, StoryState
from claims.search.desk import statements_matching
from claims.timeline.awaiting import story_awaiting
from claims.timeline.building import told_by
from claims.verbs import stories as verbs
from claims.verbs.history import history_of
from claims.verbs.makers import makers_of_story
from claims.views.answering import DeskRequest, done, one_page, show
from claims.views.desk.confirming import refused_confirmation
from claims.views.desk.sides import in_sides

STORY = "claims:desk-story"


def page(request: DeskRequest, story: Story, *, refused: bool = False, **forms: Any) -> HttpResponse:
    """The story with its statements and all that can be done to it; `forms` are those that came back refused."""
    statements = list(story.statements.in_order_said().select_related("speaker"))
    search_form = SearchForm(request.GET)
    wanted = search_form.wanted()
    outside = statements_matching(wanted).exclude(stories=story).exclude(state=StatementState.WITHDRAWN)
    context = confirming(request, story) | {
        "story": story,
        "edit_form": StoryForm(initial=StoryForm.saved_in(story)),
        "unpublish_form": ReasonForm(prefix="unpublish"),
        "statements": statements,
        "drafts": sum(statement.state == StatementState.DRAFT for statement in statements),
        "pairs": in_sides(Contradiction.objects.within(story).with_statements().order_by("id")),
        "search_form": search_form,
        "outside": one_page(request, outside),
        "history": history_of(story),
    }
    return show(request, "claims/desk/story.html", context | forms, refused=refused)


def confirming(request: DeskRequest, story: Story) -> dict[str, Any]:
    """What publishing would bring to readers, how it differs from what they see, and the form for it."""
    awaiting = story_awaiting(story)
    if story.state == StoryState.PUBLISHED and not awaiting.is_new:
        return {}
    return {
        "awaiting": awaiting,
        "may_write": story.state == StoryState.UNPUBLISHED,
        "confirm_form": PublishForm.of(awaiting),
        "is_maker": request.user.pk in makers_of_story(story),
    }


def found(pk: int) -> Story:
    return get_object_or_404(Story.objects.select_related("edition"), pk=pk)


@require_safe
@role_required(Role.JOURNALIST)
def stories(request: DeskRequest) -> HttpResponse:
    rows = Story.objects.newest_first().annotate(length=Count("statements"))
    return show(request, "claims/desk/stories.html", {"page": one_page(request, rows)})


@require_http_methods(["GET", "POST"])
@role_required(Role.EDITOR)
def new_story(request: DeskRequest) -> HttpResponse:
    form = StartStoryForm(request.POST or None)
    if form.obeyed(lambda: verbs.start_story(by=request.user, **form.cleaned_data)):
        return done(request, "Started. Add statements to it.", STORY, form.result.pk)
    return show(request, "claims/desk/story_new.html", {"form": form}, refused=form.is_bound)


@require_safe
@role_required(Role.JOURNALIST)
def story(request: DeskRequest, pk: int) -> HttpResponse:
    return page(request, found(pk))


@require_POST
@role_required(Role.EDITOR)
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    story, form = found(pk), StoryForm(request.POST)
    if form.obeyed(lambda: verbs.edit_story(story=story, by=request.user, **form.cleaned_data)):
        return done(request, "Saved.", STORY, pk)
    return page(request, story, edit_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def add(request: DeskRequest, pk: int, statement_pk: int) -> HttpResponse:
    story, statement = found(pk), get_object_or_404(Statement, pk=statement_pk)
    form = VerbForm(request.POST)
    if form.obeyed(lambda: verbs.add_to_story(story=story, statement=statement, by=request.user)):
        return done(request, f"Added: {statement.speaker}: {told_by(statement)}", STORY, pk)
    return page(request, story, verb_form=form, refused=True)


@require_POST
@role_required(Role.EDITOR)
def remove(request: DeskRequest, pk: int, statement_pk: int) -> HttpResponse:
    story, statement = found(pk), get_object_or_404(Statement, pk=statement_pk)
    form = VerbForm(request.POST)
    if form.obeyed(lambda: verbs.remove_from_story(story=story, statement=statement, by=request.user)):
        return done(
            request, f"Removed from the story, kept on record: {statement.speaker}: {told_by(statement)}", STORY, pk
        )
    return page(request, story, verb_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    story, form = found(pk), PublishForm(request.POST)
    if form.obeyed(lambda: verbs.publish(story=story, by=request.user, **form.decision())):
        return done(request, "Published. Readers see what is confirmed.", STORY, pk)
    story = found(pk)
    return page(request, story, **refused_confirmation(form, confirming(request, story)), refused=True)


@require_POST
@role_required(Role.REVIEWER)
def put_back(request: DeskRequest, pk: int) -> HttpResponse:
    story, form = found(pk), ReadForm(request.POST)
    if form.obeyed(lambda: verbs.put_back(story=story, by=request.user, **form.decision())):
        return done(request, "Put back: the desk has what readers see.", STORY, pk)
    return page(request, found(pk), read_form=form, refused=True)


@require_POST
@role_required(Role.REVIEWER)
def unpublish(request: DeskRequest, pk: int) -> HttpResponse:
    story, form = found(pk), ReasonForm(request.POST, prefix="unpublish")
    if form.obeyed(lambda: verbs.unpublish(story=story, by=request.user, **form.cleaned_data)):
        return done(request, "Taken from readers. Nothing in it was changed.", STORY, pk)
    return page(request, story, unpublish_form=form, refused=True)
