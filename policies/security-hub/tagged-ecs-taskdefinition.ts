import { TaskDefinition } from "../../lib/resources";
import { taggedPolicy } from "../../lib/tagged";

export default taggedPolicy(TaskDefinition, "ECS.15");
