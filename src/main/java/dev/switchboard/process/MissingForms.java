package dev.switchboard.process;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.w3c.dom.Attr;

/**
 * The Modeler deploys a diagram without our forms, which are bound to its deployment: they are added to it as this
 * program ships them, so that a process owner who changes a label and presses Deploy gets tasks that work.
 */
final class MissingForms {

    private final DeploymentEntity deployment;

    MissingForms(DeploymentEntity deployment) {
        this.deployment = deployment;
    }

    void add() {
        var there = files(".form")
                .flatMap(file -> FormCheck.id(file.getBytes()).stream())
                .collect(Collectors.toSet());
        Stream.concat(files(".bpmn"), files(".bpmn20.xml"))
                .flatMap(file -> SafeXml.attributes(file.getBytes()).orElse(Stream.of()))
                .filter(attribute -> "formRef".equals(attribute.getLocalName()))
                .map(Attr::getValue)
                .distinct()
                .filter(key -> !there.contains(key))
                .toList()
                .forEach(key -> FormSupply.read(key).ifPresent(bytes -> add(key, bytes)));
    }

    private Stream<ResourceEntity> files(String ending) {
        return deployment.getResources().values().stream()
                .filter(file -> file.getName().endsWith(ending));
    }

    private void add(String key, byte[] bytes) {
        var name = key + ".form";
        var form = new ResourceEntity();
        form.setName(deployment.getResources().containsKey(name) ? "added/" + name : name);
        form.setBytes(bytes);
        form.setDeploymentId(deployment.getId());
        form.setType(ResourceTypes.REPOSITORY.getValue());
        form.setCreateTime(ClockUtil.getCurrentTime());
        Context.getCommandContext().getResourceManager().insertResource(form);
        deployment.addResource(form);
    }
}
