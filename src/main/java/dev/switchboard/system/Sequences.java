package dev.switchboard.system;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Gap-free numbers for the ids people read; the row is locked until the caller's transaction ends. */
@Mapper
public interface Sequences {

    @Select(
            value = "update sequence_number set value = value + 1 where name = #{name} returning value",
            affectData = true)
    long next(String name);
}
