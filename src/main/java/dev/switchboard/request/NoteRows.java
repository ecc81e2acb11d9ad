package dev.switchboard.request;

import dev.switchboard.request.Notes.Note;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoteRows {

    /** A request and those that were merged into it, and into those. */
    String WITH_MERGED = """
            (with recursive joined (id) as (
                select cast(#{requestId} as text)
                union
                select r.id from request r join joined on r.merged_into = joined.id)
            select id from joined)
            """;

    @Insert("""
            insert into note (id, number, request_id, author, body, at)
            values (#{note.id}, #{number}, #{note.requestId}, #{note.author}, #{note.body}, #{note.at})
            """)
    void insert(Note note, long number);

    @Select("select id, request_id, author, body, at from note where request_id in " + WITH_MERGED
            + " and number > #{after} order by number limit #{limit}")
    List<Note> page(String requestId, long after, int limit);
}
