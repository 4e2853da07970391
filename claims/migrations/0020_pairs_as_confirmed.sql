-- A pair is between those who speak in the editions that it names, whoever has the words of a newer one.
CREATE OR REPLACE FUNCTION claims_list_pairs(which bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE moved bigint[];
BEGIN
    PERFORM claims_take_turn();
    DELETE FROM claims_pairlisting listed USING claims_contradiction pair
    WHERE listed.contradiction_id = ANY(which) AND pair.id = listed.contradiction_id
        AND pair.state IN ('suggested', 'dismissed');
    WITH stored AS (INSERT INTO claims_pairlisting AS listed (
        contradiction_id, first_id, second_id, place, finding, kind, clashes, stands, public, speakers, stories,
        public_stories, confirmed_at
    )
    SELECT id, first_id, second_id,
        CASE finding WHEN 'contradiction' THEN '0' WHEN 'partial' THEN '1' ELSE '2' END
            || CASE kind WHEN 'reversal' THEN '0' WHEN 'record' THEN '1' ELSE '2' END
            || later || earlier || lpad(id::text, 16, '0'),
        finding, kind, finding <> 'consistent', stands, edition_id IS NOT NULL AND public_stories <> '{}',
        speakers, stories, CASE WHEN edition_id IS NULL THEN '{}' ELSE public_stories END, confirmed_at
    FROM (
        SELECT pair.id, pair.first_id, pair.second_id, pair.edition_id, edition.confirmed_at,
            CASE WHEN edition.id IS NULL THEN pair.finding ELSE edition.content->>'finding' END AS finding,
            CASE
                WHEN coalesce(one_edition.content->>'kind', one_speaker.kind) = 'document'
                    OR coalesce(two_edition.content->>'kind', two_speaker.kind) = 'document' THEN 'record'
                WHEN one_voice.id = two_voice.id THEN 'reversal'
                ELSE 'dispute'
            END AS kind,
            greatest(one.place, two.place) AS later, least(one.place, two.place) AS earlier,
            pair.withdrawn_reason = '' AND NOT one.withdrawn AND NOT two.withdrawn AS stands,
            CASE WHEN one_voice.id = two_voice.id THEN ARRAY[one_voice.id]
                ELSE ARRAY[one_voice.id, two_voice.id] END AS speakers,
            ARRAY(SELECT unnest(one.stories) INTERSECT SELECT unnest(two.stories)) AS stories,
            ARRAY(SELECT unnest(one.public_stories) INTERSECT SELECT unnest(two.public_stories)) AS public_stories
        FROM claims_contradiction pair
        JOIN claims_listing one ON one.statement_id = pair.first_id
        JOIN claims_listing two ON two.statement_id = pair.second_id
        LEFT JOIN claims_contradictionedition edition ON edition.id = pair.edition_id
        LEFT JOIN claims_statementedition one_edition ON one_edition.id = edition.first_edition_id
        LEFT JOIN claims_statementedition two_edition ON two_edition.id = edition.second_edition_id
        JOIN claims_speaker one_speaker ON one_speaker.id = coalesce(one_edition.speaker_id, one.speaker_id)
        JOIN claims_speaker two_speaker ON two_speaker.id = coalesce(two_edition.speaker_id, two.speaker_id)
        JOIN claims_speaker one_voice ON one_voice.id = coalesce(one_speaker.merged_into_id, one_speaker.id)
        JOIN claims_speaker two_voice ON two_voice.id = coalesce(two_speaker.merged_into_id, two_speaker.id)
        WHERE pair.id = ANY(which) AND pair.state NOT IN ('suggested', 'dismissed')
    ) now
    ON CONFLICT (contradiction_id) DO UPDATE SET
        place = excluded.place, finding = excluded.finding, kind = excluded.kind, clashes = excluded.clashes,
        stands = excluded.stands, public = excluded.public, speakers = excluded.speakers, stories = excluded.stories,
        public_stories = excluded.public_stories, confirmed_at = excluded.confirmed_at
        RETURNING *)
    -- What readers see of a pair stands on the pages of both its statements, as it was and as it is.
    SELECT array_agg(side) INTO moved
    FROM stored LEFT JOIN claims_pairlisting was ON was.contradiction_id = stored.contradiction_id
    CROSS JOIN LATERAL unnest(ARRAY[stored.first_id, stored.second_id]) side
    WHERE (stored.public OR was.public) AND stored IS DISTINCT FROM was;
    PERFORM claims_stamp_of(moved);
END $$;
