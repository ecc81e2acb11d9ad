package dev.switchboard.crm;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ClientRows {

    /**
     * @param summary what staff wrote
     * @param digest what is written by itself of the steps after the event {@code digestFrom}
     */
    record ClientRow(
            String id,
            String name,
            String services,
            String summary,
            Instant createdAt,
            String digest,
            long digestFrom,
            long digestUpto) {
        /** The number in the id, which is the order of arrival. */
        long number() {
            return Long.parseLong(id.substring(2));
        }
    }

    record ContactRow(String id, String clientId, String name, String role) {}

    record AddressRow(String channel, String address, String contactId, Consent consent) {}

    @Insert("""
            insert into client (id, name, services, created_at) values (#{id}, #{name}, #{services}, #{createdAt})
            """)
    void insert(String id, String name, String services, Instant createdAt);

    @Update("update client set name = #{name}, services = #{services} where id = #{id}")
    void update(String id, String name, String services);

    @Select("select * from client where id = #{id} and erased_at is null")
    ClientRow find(String id);

    @Select("select name from client where id = #{id}")
    String name(String id);

    @Select("select erased_at from client where id = #{id}")
    Instant erasedAt(String id);

    @Select(
            "select * from client where lower(name) = lower(#{name}) and erased_at is null order by cast(substr(id, 3) as integer) limit 1")
    ClientRow byName(String name);

    @Select("""
            select cl.name as client, cl.services, co.name as contact, co.role, a.channel, a.address, a.consent
            from client cl
                left join contact co on co.client_id = cl.id
                left join address a on a.contact_id = co.id
            where cl.erased_at is null
            order by cast(substr(cl.id, 3) as integer), cast(substr(co.id, 3) as integer), a.address
            """)
    List<FlatRow> flat();

    /** One address with its contact and client; the right-hand fields are null where there is none. */
    record FlatRow(
            String client,
            String services,
            String contact,
            String role,
            String channel,
            String address,
            Consent consent) {}

    @Select("""
            <script>
            select * from client where cast(substr(id, 3) as integer) &gt; #{after} and erased_at is null
            <if test="pattern != null">
                and (lower(name) like lower(#{pattern}) escape '\\' or exists (
                    select 1 from contact c left join address a on a.contact_id = c.id
                    where c.client_id = client.id
                      and (lower(c.name) like lower(#{pattern}) escape '\\' or a.address like #{pattern} escape '\\')))
            </if>
            order by cast(substr(id, 3) as integer) limit #{limit}
            </script>
            """)
    List<ClientRow> page(String pattern, long after, int limit);

    @Insert("insert into contact (id, client_id, name, role) values (#{id}, #{clientId}, #{name}, #{role})")
    void insertContact(ContactRow row);

    @Update("update contact set role = #{role} where id = #{id} and role = ''")
    void completeRole(String id, String role);

    @Select("select * from contact where client_id = #{clientId} order by cast(substr(id, 3) as integer)")
    List<ContactRow> contacts(String clientId);

    @Update("""
            update address set contact_id = null
            where contact_id in (select id from contact where client_id = #{clientId})
            """)
    void releaseAddresses(String clientId);

    @Delete("delete from contact where client_id = #{clientId}")
    void deleteContacts(String clientId);

    @Select(
            "select channel, address, contact_id, consent from address where contact_id = #{contactId} order by address")
    List<AddressRow> addresses(String contactId);

    @Insert("""
            insert into address (id, channel, address, consent, consent_at)
            values (#{id}, #{channel}, #{address}, #{consent}, #{at})
            on conflict (channel, address) do nothing
            """)
    void remember(String id, String channel, String address, Consent consent, Instant at);

    @Select("select contact_id from address where channel = #{channel} and address = #{address}")
    String contactOf(String channel, String address);

    @Update("update address set contact_id = #{contactId} where channel = #{channel} and address = #{address}")
    void claim(String channel, String address, String contactId);

    @Update("""
            update address set consent = #{consent}, consent_at = #{at}
            where channel = #{channel} and address = #{address} and consent <> #{consent}
            """)
    int setConsent(String channel, String address, Consent consent, Instant at);

    @Select("""
            select a.id, a.channel, a.address, a.consent, cl.id as client_id, cl.name as client_name, co.name as contact_name
            from address a left join contact co on co.id = a.contact_id left join client cl on cl.id = co.client_id
            where a.channel = #{channel} and a.address = #{address}
            """)
    Sender sender(String channel, String address);

    /** The client's first address on a channel, in the order in which its contacts were written down. */
    @Select("""
            select a.address from address a join contact co on co.id = a.contact_id
            where co.client_id = #{clientId} and a.channel = #{channel}
            order by cast(substr(co.id, 3) as integer), a.address limit 1
            """)
    String firstAddress(String clientId, String channel);
}
