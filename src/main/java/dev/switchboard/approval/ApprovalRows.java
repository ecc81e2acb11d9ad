package dev.switchboard.approval;

import dev.switchboard.approval.Approvals.Approval;
import dev.switchboard.process.Purpose;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ApprovalRows {

    @Insert("""
            insert into approval (task_id, purpose, request_id, client_id, sha256, approved_by, drafted_by, at)
            values (#{id}, #{purpose}, #{requestId}, #{clientId}, #{sha256}, #{approvedBy}, #{draftedBy}, #{at})
            on conflict (task_id, purpose) do update set
                sha256 = excluded.sha256, approved_by = excluded.approved_by,
                drafted_by = excluded.drafted_by, at = excluded.at
            """)
    void put(Approval approval);

    @Select("""
            select task_id as id, purpose, request_id, client_id, sha256, approved_by, drafted_by, at
            from approval where task_id = #{id} and purpose = #{purpose}
            """)
    Approval find(String id, Purpose purpose);
}
