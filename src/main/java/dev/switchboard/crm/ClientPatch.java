package dev.switchboard.crm;

import dev.switchboard.crm.ClientForm.ContactForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** What to change of a client; null leaves a field as it is, {@code contacts} replaces the whole list. */
public record ClientPatch(
        @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String name,

        List<@NotNull Service> services,
        List<@NotNull @Valid ContactForm> contacts,
        // With what is written by itself below: who changes the one sends the other back
        @Size(max = 6000) String summary) {

    List<String> fields() {
        var fields = new ArrayList<String>();
        if (name != null) {
            fields.add("name");
        }
        if (services != null) {
            fields.add("services");
        }
        if (contacts != null) {
            fields.add("contacts");
        }
        if (summary != null) {
            fields.add("summary");
        }
        return fields;
    }
}
