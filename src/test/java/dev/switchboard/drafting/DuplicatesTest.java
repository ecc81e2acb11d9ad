package dev.switchboard.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which of a client's open bug reports a reviewer is shown as the same one. */
@SwitchboardTest
class DuplicatesTest {

    @LocalServerPort
    int port;

    @Autowired
    Duplicates duplicates;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The logo on the invoice looks a bit blurry.     | Invoices show a blurry logo since the update
            The login page is down again                    | We can't sign in, the login gives an error 500
            checkout button does nothing on my iphone       | On mobile the pay button in the checkout does not react
            the newsletter was sent twice to everyone       | Our subscribers got the newsletter two times this morning
            Images don't load on the product pages          | product photos are missing in the shop
            the search returns no results for anything      | Search is broken, it always says nothing found
            Die Rechnung zeigt das falsche Datum            | Auf den Rechnungen steht ein falsches Datum
            La page de paiement ne fonctionne pas           | Impossible de payer, la page de paiement affiche une erreur
            El formulario de contacto no envía los mensajes | No recibimos los mensajes del formulario de contacto
            the site is really slow since yesterday         | pages take ages to load today
            """)
    void twoWordingsOfOneBugSoundAlike(String one, String other) {
        assertThat(duplicates.alike(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The logo on the invoice looks a bit blurry.     | The invoice total is wrong when there is a discount
            checkout button does nothing on my iphone       | the menu on my iphone overlaps the title
            the search returns no results for anything      | the contact form gives an error when I submit
            Die Rechnung zeigt das falsche Datum            | Der Warenkorb ist nach dem Login leer
            La page de paiement ne fonctionne pas           | La page d'accueil affiche une vieille photo
            El formulario de contacto no envía los mensajes | El buscador no encuentra los productos
            the site is really slow since yesterday         | since yesterday the calendar shows the wrong week
            contact form gives an error when I submit       | the checkout gives an error when I pay
            I cannot upload pictures to the gallery         | I cannot delete a user from the team page
            Login fails on Safari                           | The map does not show in Safari
            """)
    void twoBugsDoNot(String one, String other) {
        assertThat(duplicates.alike(one, other)).isFalse();
    }

    @Test
    void theReviewerSeesTheOpenOnesOfThisClientWithTheirIssues() {
        var desk = new Desk(port);
        var client = desk.client("Rowan Hotel", Desk.newNumber());
        var stranger = desk.client("Sorrel Inn", Desk.newNumber());
        var filed = bug(desk, client, "Since yesterday the logo on the invoice is blurry when I open it.");
        desk.complete(
                        desk.task(filed, "review_bug_report"),
                        Map.of("decision", "approve", "clientMessage", "Thank you, it is noted."))
                .expect(204);
        desk.awaitStatus(filed, "waiting_for_delivery");
        var other = bug(desk, client, "The newsletter went out twice today when I clicked send in the dashboard.");
        desk.task(other, "review_bug_report");
        var foreign = bug(desk, stranger, "Since yesterday the logo on the invoice is blurry when I open it.");
        desk.task(foreign, "review_bug_report");

        var again = bug(desk, client, "Invoices show a blurry logo since yesterday when I open them.");
        var shown = Json.read(
                        desk.variable(desk.task(again, "review_bug_report"), "duplicates")
                                .asText(),
                        JsonNode.class)
                .path("text")
                .asText();
        assertThat(shown.lines()).hasSize(1);
        assertThat(shown).startsWith(filed + " · Since yesterday the logo").contains("waiting for delivery", "issue #");
    }

    /** As staff writes it down, so that nobody guesses the type; it says enough to need no question. */
    private static String bug(Desk desk, String client, String words) {
        return desk.admin()
                .post(
                        "/api/requests",
                        Desk.json(Map.of("clientId", client, "body", words, "type", "bug", "urgency", "normal")))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
