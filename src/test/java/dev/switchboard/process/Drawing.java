package dev.switchboard.process;

/** A diagram drawn in a few words; what a test is not about is left out of the test. */
final class Drawing {

    private final StringBuilder content = new StringBuilder();
    private final StringBuilder besideProcess = new StringBuilder();
    private int flows;

    String content() {
        return content.toString();
    }

    static Drawing drawing() {
        return new Drawing();
    }

    Drawing raw(String xml) {
        content.append(xml).append('\n');
        return this;
    }

    Drawing besideProcess(String xml) {
        besideProcess.append(xml);
        return this;
    }

    Drawing start(String id) {
        return raw("<startEvent id='%s'/>".formatted(id));
    }

    Drawing end(String id) {
        return raw("<endEvent id='%s'/>".formatted(id));
    }

    Drawing element(String tag, String id) {
        return raw("<%s id='%s'/>".formatted(tag, id));
    }

    /** A service task bound to the delegate whose name begins like its id: {@code send_answer} sends. */
    Drawing task(String id) {
        return task(
                id,
                switch (id.split("_")[0]) {
                    case "draft" -> "draftAnswerDelegate";
                    case "assess" -> "assessReportDelegate";
                    case "send" -> "sendAnswerDelegate";
                    case "tell" -> "tellClientDelegate";
                    case "classify" -> "classifyRequestDelegate";
                    default -> "storePrdDelegate";
                });
    }

    Drawing task(String id, String bean) {
        return raw("<serviceTask id='%s' camunda:delegateExpression='${%s}'/>".formatted(id, bean));
    }

    Drawing review(String id) {
        return review(id, "review-answer");
    }

    Drawing review(String id, String form) {
        return raw("<userTask id='%s' camunda:formRef='%s' camunda:formRefBinding='deployment'/>".formatted(id, form));
    }

    Drawing call(String id) {
        return raw("<callActivity id='%s' calledElement='other'/>".formatted(id));
    }

    Drawing sub(String id, Drawing inner) {
        return raw("<subProcess id='%s'>%s</subProcess>".formatted(id, inner.content));
    }

    /** An event sub-process; {@code inner} has a start event of its own. */
    Drawing eventSub(String id, Drawing inner) {
        return raw("<subProcess id='%s' triggeredByEvent='true'>%s</subProcess>".formatted(id, inner.content));
    }

    Drawing eventStart(String id, boolean interrupting) {
        return raw(
                "<startEvent id='%s' isInterrupting='%s'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent>"
                        .formatted(id, interrupting));
    }

    Drawing boundary(String id, String attachedTo, boolean interrupting) {
        return raw(
                "<boundaryEvent id='%s' attachedToRef='%s' cancelActivity='%s'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>"
                        .formatted(id, attachedTo, interrupting));
    }

    /** Sequence flows from each to the next. */
    Drawing flow(String... ids) {
        for (var i = 1; i < ids.length; i++) {
            var condition = content.indexOf("<exclusiveGateway id='" + ids[i - 1] + "'") < 0
                    ? ""
                    : "<conditionExpression xsi:type='tFormalExpression'>${decision == 'approve'}</conditionExpression>";
            raw("<sequenceFlow id='flow_%s_%s_%d' sourceRef='%s' targetRef='%s'>%s</sequenceFlow>"
                    .formatted(ids[i - 1], ids[i], flows++, ids[i - 1], ids[i], condition));
        }
        return this;
    }

    @Override
    public String toString() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                %s
                <process id="p" isExecutable="true" camunda:historyTimeToLive="P1D">
                %s
                </process>
                </definitions>
                """.formatted(besideProcess, content);
    }
}
