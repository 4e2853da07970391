"""What a reviewer does in tests of pages: confirms whatever stands at the desk now, by the verbs, digest and all."""

from claims.models import Contradiction, Statement, Story
from claims.timeline.awaiting import pair_awaiting, statement_awaiting, story_awaiting
from claims.verbs import pairs, statements, stories
from tests import cast


def confirmed(statement: Statement, by=cast.second_reviewer, **told: str) -> Statement:
    """The statement's next edition; silent unless a `correction` is given. Its pairs stay on the old one."""
    fresh = Statement.objects.select_related("speaker", "edition__speaker").get(pk=statement.pk)
    told = told or ({"reason": "A slip of the pen."} if fresh.edition else {})
    return statements.confirm_statement(statement=fresh, by=by(), digest=statement_awaiting(fresh).digest, **told)


def confirmed_pair(pair: Contradiction, by=cast.second_reviewer, **told: str) -> Contradiction:
    fresh = Contradiction.objects.with_statements().get(pk=pair.pk)
    told = told or ({"reason": "A slip of the pen."} if fresh.edition else {})
    return pairs.confirm(contradiction=fresh, by=by(), digest=pair_awaiting(fresh).digest, **told)


def published(story: Story, by=cast.second_reviewer, **told: str) -> Story:
    fresh = Story.objects.select_related("edition").get(pk=story.pk)
    told = told or ({"reason": "A slip of the pen."} if fresh.edition else {})
    return stories.publish(story=fresh, by=by(), digest=story_awaiting(fresh).digest, **told)
