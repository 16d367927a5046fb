package io.counterfoil.order.channel;

import io.counterfoil.order.channel.OutboundMessage.Notification;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads outbound messages as a stream. A document type is refused before anything in it is looked at, so that neither
 * external entities nor entity bombs exist; depth is bounded, and size was bounded by the door.
 */
final class OutboundMessageReader {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MOST_NOTIFICATIONS = 100;
    private static final int DEEPEST = 16;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;

    private OutboundMessageReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static OutboundMessage read(byte[] body) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            try {
                return new OutboundMessageReader(xml).message();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            throw new MessageNotReadable("malformed XML at line "
                    + (malformed.getLocation() == null
                            ? "?"
                            : malformed.getLocation().getLineNumber()));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private OutboundMessage message() throws XMLStreamException {
        enter(SOAP, "Envelope");
        enter(SOAP, "Body");
        enter(OUTBOUND, "notifications");
        String organizationId = null;
        String sessionId = null;
        List<Notification> notifications = new ArrayList<>();
        while (nextChild()) {
            switch (xml.getLocalName()) {
                case "OrganizationId" -> organizationId = xml.getElementText().strip();
                case "SessionId" -> sessionId = xml.getElementText().strip();
                case "Notification" -> notifications.add(notification());
                default -> skip();
            }
            if (notifications.size() > MOST_NOTIFICATIONS) {
                throw new MessageNotReadable("more than " + MOST_NOTIFICATIONS + " notifications");
            }
        }
        readToEnd();
        if (organizationId == null || notifications.isEmpty()) {
            throw new MessageNotReadable("OrganizationId and at least one Notification are required");
        }
        return new OutboundMessage(organizationId, sessionId, List.copyOf(notifications));
    }

    private Notification notification() throws XMLStreamException {
        String id = null;
        String type = null;
        String recordId = null;
        while (nextChild()) {
            if (xml.getLocalName().equals("Id")) {
                id = xml.getElementText().strip();
            } else if (xml.getLocalName().equals("sObject")) {
                type = type();
                recordId = recordId();
            } else {
                skip();
            }
        }
        if (id == null || id.isEmpty() || id.length() > 40 || type == null) {
            throw new MessageNotReadable("a notification needs Id and sObject");
        }
        return new Notification(id, type, recordId);
    }

    private String type() {
        String type = xml.getAttributeValue(SCHEMA_INSTANCE, "type");
        if (type == null) {
            throw new MessageNotReadable("an sObject needs xsi:type");
        }
        return type.substring(type.indexOf(':') + 1);
    }

    private String recordId() throws XMLStreamException {
        String id = null;
        while (nextChild()) {
            if (xml.getLocalName().equals("Id")) {
                id = xml.getElementText().strip();
            } else {
                skip();
            }
        }
        return id;
    }

    /** Goes to the next element, which must be this one. */
    private void enter(String namespace, String name) throws XMLStreamException {
        boolean found = nextChild();
        while (found && xml.getLocalName().equals("Header") && SOAP.equals(xml.getNamespaceURI())) {
            skip();
            found = nextChild();
        }
        if (!found || !xml.getLocalName().equals(name) || !namespace.equals(xml.getNamespaceURI())) {
            throw new MessageNotReadable("element " + name + " is missing");
        }
    }

    /** Goes to the next element within the current one; false at its end. */
    private boolean nextChild() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
                throw new MessageNotReadable("elements are nested too deep");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** A message that is cut off after its notifications is none. */
    private void readToEnd() throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                throw new MessageNotReadable("nothing may follow the notifications");
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new MessageNotReadable("a document type is not allowed");
        }
        return event;
    }
}
