package dev.switchboard.crm;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Opt-outs of numbers that are no longer held. */
@Mapper
interface OptOutRows {

    @Insert("insert into opt_out (hash, key_id, at) values (#{hash}, #{keyId}, #{at}) on conflict (hash) do nothing")
    void insert(String hash, String keyId, Instant at);

    @Delete("delete from opt_out where hash = #{hash}")
    void delete(String hash);

    @Select("select exists (select 1 from opt_out)")
    boolean any();

    @Select("select exists (select 1 from opt_out where hash = #{hash})")
    boolean exists(String hash);

    @Select("select exists (select 1 from opt_out where key_id <> #{keyId})")
    boolean otherKeys(String keyId);
}
