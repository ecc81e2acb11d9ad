package dev.switchboard.channel.sms;

import dev.switchboard.channel.SmsGateway;
import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.transaction.annotation.Transactional;

/** The carrier of a newcomer's machine: what it is given lies in a table, as it would at Twilio, and nobody pays. */
class SimulatedPhone implements SmsGateway {

    static final String NUMBER = "+15550109999";

    private final Texts texts;
    private final Clock clock;

    SimulatedPhone(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** A text that lies on somebody's simulated phone. */
    record Text(String sid, String fromAddress, String toAddress, String body, Instant at) {}

    @Mapper
    interface Texts {

        @Insert("""
                insert into simulated_text (sid, from_address, to_address, body, at)
                values (#{sid}, #{fromAddress}, #{toAddress}, #{body}, #{at})
                """)
        void insert(Text text);

        @Select("""
                select * from simulated_text where to_address = #{to} and body = #{body} and at >= #{notBefore}
                order by at
                """)
        List<Text> find(String to, String body, Instant notBefore);

        @Select("""
                <script>
                select * from simulated_text
                <if test="to != null">where to_address = #{to}</if>
                order by at desc limit #{limit}
                </script>
                """)
        List<Text> newest(String to, int limit);
    }

    @Override
    public String sender() {
        return NUMBER;
    }

    @Override
    public Parts parts(String words) {
        return Segments.of(words).parts();
    }

    @Override
    @Transactional
    public Receipt send(Message message) {
        var text = new Text(newSid(), NUMBER, message.toAddress(), message.body(), Times.stored(clock.instant()));
        texts.insert(text);
        return receipt(text);
    }

    @Override
    public List<Receipt> find(Message message, Instant notBefore) {
        return texts.find(message.toAddress(), message.body(), notBefore).stream()
                .map(SimulatedPhone::receipt)
                .toList();
    }

    /** A MessageSid in Twilio's form: two letters and 32 hexadecimal digits. */
    static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Receipt receipt(Text text) {
        return new Receipt(text.sid(), Delivery.DELIVERED);
    }
}
