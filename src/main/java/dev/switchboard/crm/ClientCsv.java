package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import dev.switchboard.crm.ClientForm.AddressForm;
import dev.switchboard.crm.ClientForm.ContactForm;
import dev.switchboard.crm.ClientRows.FlatRow;
import dev.switchboard.system.Json;
import dev.switchboard.system.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Clients as CSV (RFC 4180), a row per address: {@code client,services,contact,role,channel,address,consent}, services
 * separated by {@code ;}. Rows with the same client's name belong to one client.
 */
@Component
class ClientCsv {

    private static final List<String> COLUMNS =
            List.of("client", "services", "contact", "role", "channel", "address", "consent");

    /** What a spreadsheet would run as a formula (OWASP, "CSV injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Clients clients;
    private final ClientRows rows;

    ClientCsv(Clients clients, ClientRows rows) {
        this.clients = clients;
        this.rows = rows;
    }

    /** @param line of the file at which the row ends, the header being line 1 */
    record RowError(long line, String reason) {}

    /**
     * @param imported how many rows were taken
     * @param errors the rows that were not, each with its reason
     */
    record Report(int imported, List<RowError> errors) {}

    /** Takes the good rows, one by one, and reports the bad ones. */
    Report read(String csv, Actor actor) {
        var errors = new ArrayList<RowError>();
        int imported = 0;
        try (var parser = parser(csv)) {
            requireColumns(parser);
            var records = parser.iterator();
            while (records.hasNext()) {
                long line = parser.getCurrentLineNumber();
                try {
                    take(records.next(), actor);
                    imported++;
                } catch (Problem e) {
                    errors.add(new RowError(line, e.getMessage()));
                } catch (IllegalArgumentException e) {
                    errors.add(new RowError(line, "The row does not have all columns."));
                }
            }
        } catch (IOException | IllegalStateException e) {
            throw Problem.badRequest("This is not a CSV file with the columns " + String.join(",", COLUMNS) + ".");
        }
        return new Report(imported, errors);
    }

    String write() {
        var csv = new StringWriter();
        try (var printer = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .get()
                .print(csv)) {
            for (var row : rows.flat()) {
                printer.printRecord(cells(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private void take(CSVRecord row, Actor actor) {
        var client = cell(row, "client");
        if (client.isEmpty()) {
            throw Problem.badRequest("The column client is empty.");
        }
        var services = Arrays.stream(cell(row, "services").split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Service::of)
                .toList();
        var channel = cell(row, "channel");
        if (!channel.isEmpty() && !channel.equals(Clients.SMS)) {
            throw Problem.badRequest("\"" + channel + "\" is no channel; the channel is sms.");
        }
        var consent = cell(row, "consent").isEmpty() ? null : Consent.of(cell(row, "consent"));
        var address = cell(row, "address");
        var addresses = address.isEmpty() ? List.<AddressForm>of() : List.of(new AddressForm(null, address, consent));
        var name = cell(row, "contact");
        var contacts = name.isEmpty() && addresses.isEmpty()
                ? List.<ContactForm>of()
                : List.of(new ContactForm(name.isEmpty() ? client : name, cell(row, "role"), addresses));
        clients.merge(client, services, contacts, actor);
    }

    private static CSVParser parser(String csv) throws IOException {
        // A byte order mark, as spreadsheets write it, would become part of the first column's name
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(text));
    }

    private static void requireColumns(CSVParser parser) {
        var missing = COLUMNS.stream()
                .filter(column -> !parser.getHeaderNames().contains(column))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Problem.badRequest(
                    "Line 1 lacks the columns " + missing + "; it must name " + String.join(",", COLUMNS) + ".");
        }
    }

    /** The apostrophe with which an export disarms a cell is taken off again. */
    private static String cell(CSVRecord row, String column) {
        var cell = row.get(column);
        return cell.startsWith("'") && cell.length() > 1 && FORMULA_STARTS.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static List<String> cells(FlatRow row) {
        return List.of(
                disarmed(row.client()),
                Json.readList(row.services(), Service.class).stream()
                        .map(Service::text)
                        .collect(Collectors.joining(";")),
                disarmed(row.contact()),
                disarmed(row.role()),
                Objects.toString(row.channel(), ""),
                // E.164: a plus and digits, which a spreadsheet reads as a number and never as a formula
                Objects.toString(row.address(), ""),
                row.consent() == null ? "" : row.consent().text());
    }

    private static String disarmed(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
