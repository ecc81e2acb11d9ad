package dev.switchboard.issue;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

/** Deliveries of the webhook that took effect. */
@Mapper
interface GithubDeliveries {

    /** @return 0 when this delivery came before */
    @Insert("insert into github_delivery (id, event, at) values (#{id}, #{event}, #{at}) on conflict (id) do nothing")
    int insert(String id, String event, Instant at);
}
