import { Service } from "../../lib/resources";
import { taggedPolicy } from "../../lib/tagged";

export default taggedPolicy(Service, "ECS.13");
