package dev.switchboard.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class ClientCsvTest {

    private static final String HEADER = "client,services,contact,role,channel,address,consent\n";

    @LocalServerPort
    int port;

    @Test
    void goodRowsAreTakenAndBadOnesNamedByLineAndReason() {
        var report = importing(HEADER
                + "Müller & Söhne,development;design,Owner,\"Head, sales\",sms,+1 555 015 0001,granted\n"
                + "Müller & Söhne,,Office,,sms,+15550150002,\n"
                + "Other Ltd,,Desk,,sms,+15550150001,\n"
                + ",design,Nobody,,sms,+15550150003,\n"
                + "Third,juggling,Desk,,sms,+15550150004,\n"
                + "Fourth,design,Desk,,sms,not a number,\n"
                + "\n"
                + "Fifth,design,Desk,,sms\n");
        assertThat(report.path("imported").asInt()).isEqualTo(2);
        assertThat(report.path("errors").findValuesAsText("line")).containsExactly("4", "5", "6", "7", "9");
        assertThat(report.path("errors").findValuesAsText("reason").get(0))
                .contains("belongs to Owner at Müller & Söhne");
        var found = Caller.admin(port)
                .get("/api/clients?q=m%C3%BCller+%26+s%C3%B6hne")
                .json()
                .path("items");
        assertThat(found).hasSize(1);
        var contacts = found.get(0).path("contacts");
        assertThat(contacts).hasSize(2);
        assertThat(contacts.get(0).path("role").asText()).isEqualTo("Head, sales");
        assertThat(contacts.get(0).at("/addresses/0/consent").asText()).isEqualTo("granted");
    }

    @Test
    void anExportIsDisarmedForSpreadsheetsAndCanBeImportedAgain() {
        importing(HEADER + "\"=HYPERLINK(\"\"x\"\")\",consulting,@Desk,,sms,+15550150011,granted\n");
        var csv = Caller.admin(port).get("/api/clients/export").expect(200).body();
        assertThat(csv).contains("'=HYPERLINK").contains("'@Desk").contains("+15550150011,granted");
        var again = importing(csv);
        assertThat(again.path("errors")).isEmpty();
        assertThat(Caller.admin(port).get("/api/clients/export").body()).isEqualTo(csv);
    }

    @Test
    void aFileThatIsNoListOfClientsIsRefusedWithItsColumns() {
        var answer = Caller.admin(port).send("POST", "/api/clients/import", "text/csv", "name,phone\nA,1\n");
        assertThat(answer.expect(400).json().path("detail").asText()).contains("Line 1 lacks the columns client");
    }

    private JsonNode importing(String csv) {
        return Caller.admin(port)
                .send("POST", "/api/clients/import", "text/csv", csv)
                .expect(200)
                .json();
    }
}
