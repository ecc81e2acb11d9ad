package dev.switchboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words about the last request go to a person; another wish goes its own way. */
class ReferencesTest {

    private final References references = new References(new E5EmbeddingModel());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The checkout page shows an error when I click pay | The checkout still shows an error when I pay
            The checkout page shows an error when I click pay | paying does not work again
            The checkout page shows an error when I click pay | It still doesn't work
            The checkout page shows an error when I click pay | Same problem again
            Could we have a dark mode in the booking app? | The dark mode in the app is too dark, can you change that
            Could we have a dark mode in the booking app? | about the dark mode: can we have it for tablets as well?
            How do I export the invoices of last month? | I tried that export but the invoices are empty
            The logo on the invoice looks blurry | the invoice logo is blurry again
            The logo on the invoice looks blurry | that came back
            Das Kontaktformular schickt keine Mails | Das Formular schickt immer noch keine Mails
            """)
    void wordsAboutTheSameMatter(String earlier, String words) {
        assertThat(references.refersBack(words, earlier)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The checkout page shows an error when I click pay | Could we have a dark mode in the booking app?
            The checkout page shows an error when I click pay | What would a second language for the shop cost?
            The checkout page shows an error when I click pay | Please change our opening hours on the website
            Could we have a dark mode in the booking app? | The newsletter was not sent today
            Could we have a dark mode in the booking app? | Can you add a calendar to the intranet?
            How do I export the invoices of last month? | Who is our contact while Anna is on holiday?
            How do I export the invoices of last month? | The login page is down
            The logo on the invoice looks blurry | Could customers pay by instalments?
            The logo on the invoice looks blurry | The search finds nothing since the update
            What does hosting cost? | Hello again
            Das Kontaktformular schickt keine Mails | Wir brauchen eine neue Seite über unser Team
            """)
    void wordsAboutAnotherMatter(String earlier, String words) {
        assertThat(references.refersBack(words, earlier)).isFalse();
    }
}
