import { Cluster } from "../../lib/resources";
import { taggedPolicy } from "../../lib/tagged";

export default taggedPolicy(Cluster, "ECS.14");
