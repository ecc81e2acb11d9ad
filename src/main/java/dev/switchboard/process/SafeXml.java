package dev.switchboard.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** XML that somebody else wrote: nothing outside the file is read for it. */
final class SafeXml {

    static final String UNREADABLE = "this cannot be read: it must be XML, and without a document type.";

    private SafeXml() {}

    /** Every element; empty when the file is no XML, or XML with a document type. */
    static Optional<Stream<Element>> elements(byte[] file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var elements = builder.parse(new ByteArrayInputStream(file)).getElementsByTagNameNS("*", "*");
            return Optional.of(IntStream.range(0, elements.getLength()).mapToObj(i -> (Element) elements.item(i)));
        } catch (SAXException e) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot parse XML safely", e);
        }
    }

    /** Every attribute of every element; empty as {@link #elements} is. */
    static Optional<Stream<Attr>> attributes(byte[] file) {
        return elements(file).map(elements -> elements.flatMap(SafeXml::attributes));
    }

    static Stream<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
    }
}
