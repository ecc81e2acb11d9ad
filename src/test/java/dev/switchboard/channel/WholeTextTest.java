package dev.switchboard.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as thanks, a question about the status or a withdrawal; in doubt a text is a request. */
class WholeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!", "thank you so much 🙏", "THX", "Thanks a lot for the quick help!", "Thanks, works now :)",
                "¡Muchas gracias!", "Obrigada!", "Muito obrigado pela ajuda", "Merci beaucoup !", "Vielen Dank!",
                "Danke schön 😊", "cheers", "Hi team, thanks!"
            })
    void thanks(String text) {
        assertThat(WholeText.of(text)).isEqualTo(WholeText.THANKS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK, thanks", "Perfect, thank you!", "vale, gracias", "Super, danke"})
    void thanksThatSayYes(String text) {
        assertThat(WholeText.of(text)).isEqualTo(WholeText.AGREEMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status?",
                "Any news?",
                "any update on the export?",
                "Is it done yet?",
                "Hi, any updates?",
                "What's the status of my request?",
                "How's it going?",
                "When will it be ready?",
                "¿Alguna novedad?",
                "¿Cómo va?",
                "¿Ya está listo?",
                "Alguma novidade?",
                "Já está pronto?",
                "Des nouvelles ?",
                "Où en est ma demande ?",
                "C'est prêt ?",
                "Gibt es schon was Neues?",
                "Wie ist der Stand?",
                "Ist es schon fertig?"
            })
    void status(String text) {
        assertThat(WholeText.of(text)).isEqualTo(WholeText.STATUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "never mind", "Nevermind, solved!", "Forget it", "please ignore my last message",
                        "No longer needed, thanks",
                "We don't need it anymore", "Olvídalo", "Ya no hace falta", "Deixa pra lá", "Laissez tomber",
                "Hat sich erledigt, danke", "Vergiss es"
            })
    void withdrawal(String text) {
        assertThat(WholeText.of(text)).isEqualTo(WholeText.WITHDRAWAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "👍",
                "ok",
                "yes",
                "Thanks, but the login is still broken",
                "Thanks! Could you also add a dark mode?",
                "What is the status page's address?",
                "Cancel the meeting on Friday",
                "The newsletter is not sent",
                "Forget it button is missing on the sign-in page",
                "Is it possible to add a gift card?",
                "Never mind the colour, the size is wrong",
                "The status of orders is wrong",
                "done",
                "cancel",
                "Update the opening hours please",
                "Merci de changer le logo",
                "Gracias por nada, no funciona"
            })
    void anythingElseIsARequestLikeAnyOther(String text) {
        assertThat(WholeText.of(text)).isEqualTo(WholeText.WORDS);
    }
}
