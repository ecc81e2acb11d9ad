package dev.switchboard.channel;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.switchboard.request.Message;
import dev.switchboard.request.Message.Delivery;
import dev.switchboard.request.Message.Direction;
import dev.switchboard.request.Messages;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final Messages messages = mock();
    private final Dispatcher dispatcher = mock();
    private final Relay relay = new Relay(messages, dispatcher);

    private final Message first = text("ana", 1);
    private final Message second = text("ana", 2);
    private final Message other = text("ben", 3);

    @BeforeEach
    void unhandled() {
        when(messages.unhandled(anyInt())).thenReturn(List.of(first, second, other));
        when(dispatcher.dispatch(any())).thenReturn(true);
    }

    @Test
    void textsAreHandledInTheOrderInWhichTheyCame() {
        relay.sweep();
        var order = inOrder(dispatcher);
        order.verify(dispatcher).dispatch(first);
        order.verify(dispatcher).dispatch(second);
        order.verify(dispatcher).dispatch(other);
    }

    @Test
    void aTextThatFailsHoldsUpItsSenderOnly() {
        doThrow(new IllegalStateException("the engine is away"))
                .when(dispatcher)
                .dispatch(first);
        relay.sweep();
        verify(dispatcher).dispatch(other);
        verify(dispatcher, never()).dispatch(second);

        doReturn(true).when(dispatcher).dispatch(first);
        relay.sweep();
        verify(dispatcher).dispatch(second);
    }

    @Test
    void aTextThatHasToWaitIsNotOvertaken() {
        doReturn(false).when(dispatcher).dispatch(first);
        relay.sweep();
        verify(dispatcher).dispatch(other);
        verify(dispatcher, never()).dispatch(second);
    }

    private static Message text(String from, long seq) {
        var id = "M-" + seq;
        return new Message(
                id,
                seq,
                "in:sms:" + id,
                null,
                Direction.INBOUND,
                "sms",
                from,
                "us",
                "words",
                "[]",
                null,
                Delivery.RECEIVED,
                null,
                null,
                id,
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                0,
                null,
                null,
                null);
    }
}
