package dev.switchboard.crm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A client as it is entered; a number may be written in any notation. */
public record ClientForm(
        @NotBlank @Size(max = 200) String name,
        List<@NotNull Service> services,
        List<@NotNull @Valid ContactForm> contacts,
        @Size(max = 4000) String summary) {

    public ClientForm {
        services = services == null ? List.of() : services;
        contacts = contacts == null ? List.of() : contacts;
        summary = summary == null ? "" : summary;
    }

    /** A person at the client. */
    public record ContactForm(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 200) String role,
            List<@NotNull @Valid AddressForm> addresses) {

        public ContactForm {
            role = role == null ? "" : role;
            addresses = addresses == null ? List.of() : addresses;
        }
    }

    /** @param consent null leaves what is known of this number */
    public record AddressForm(
            @Pattern(regexp = "sms", message = "the channel is sms")
            String channel,

            @NotBlank @Size(max = 40) String address,
            Consent consent) {

        public AddressForm {
            channel = channel == null ? Clients.SMS : channel;
        }
    }
}
