export type Region = {
  id: string;
  chinese: string;
  english: string;
  /** The three characters that start the ids of this region's resources. */
  infix: string;
  /** A short word for names, as network teams write it. */
  short: string;
  city: string;
};

function region(
  id: string,
  chinese: string,
  english: string,
  infix: string,
  short: string,
  city: string,
): Region {
  return { id, chinese, english, infix, short, city };
}

/** The largest first, so that a small account still has the regions people know. */
export const allRegions: readonly Region[] = [
  region("cn-hangzhou", "华东1（杭州）", "China (Hangzhou)", "bp1", "hz", "杭州"),
  region("cn-shanghai", "华东2（上海）", "China (Shanghai)", "uf6", "sh", "上海"),
  region("cn-beijing", "华北2（北京）", "China (Beijing)", "2ze", "bj", "北京"),
  region("cn-shenzhen", "华南1（深圳）", "China (Shenzhen)", "wz9", "sz", "深圳"),
  region("eu-central-1", "德国（法兰克福）", "Germany (Frankfurt)", "gw8", "fra", "法兰克福"),
  region("ap-southeast-1", "新加坡", "Singapore", "t4n", "sin", "新加坡"),
  region("cn-hongkong", "中国香港", "China (Hong Kong)", "j6c", "hk", "香港"),
  region("us-west-1", "美国（硅谷）", "US (Silicon Valley)", "rj9", "sjc", "硅谷"),
  region("us-east-1", "美国（弗吉尼亚）", "US (Virginia)", "0xi", "iad", "弗吉尼亚"),
  region("cn-zhangjiakou", "华北3（张家口）", "China (Zhangjiakou)", "8vb", "zjk", "张家口"),
  region("ap-northeast-1", "日本（东京）", "Japan (Tokyo)", "6we", "tyo", "东京"),
  region("cn-qingdao", "华北1（青岛）", "China (Qingdao)", "m5e", "qd", "青岛"),
  region("ap-southeast-5", "印度尼西亚（雅加达）", "Indonesia (Jakarta)", "k1a", "jkt", "雅加达"),
  region("cn-chengdu", "西南1（成都）", "China (Chengdu)", "2vc", "cd", "成都"),
  region("eu-west-1", "英国（伦敦）", "UK (London)", "d7o", "lon", "伦敦"),
  region("ap-southeast-3", "马来西亚（吉隆坡）", "Malaysia (Kuala Lumpur)", "8ps", "kul", "吉隆坡"),
  region("cn-guangzhou", "华南3（广州）", "China (Guangzhou)", "7xv", "gz", "广州"),
  region("cn-huhehaote", "华北5（呼和浩特）", "China (Hohhot)", "hp3", "hohhot", "呼和浩特"),
  region("me-east-1", "阿联酋（迪拜）", "UAE (Dubai)", "eb3", "dxb", "迪拜"),
  region("ap-northeast-2", "韩国（首尔）", "South Korea (Seoul)", "mj7", "sel", "首尔"),
  region("cn-wulanchabu", "华北6（乌兰察布）", "China (Ulanqab)", "0jl", "wlcb", "乌兰察布"),
  region("cn-heyuan", "华南2（河源）", "China (Heyuan)", "f8z", "hy", "河源"),
  region("ap-southeast-6", "菲律宾（马尼拉）", "Philippines (Manila)", "5ts", "mnl", "马尼拉"),
  region("ap-southeast-7", "泰国（曼谷）", "Thailand (Bangkok)", "0jo", "bkk", "曼谷"),
  region("na-south-1", "墨西哥", "Mexico", "4hf", "mex", "墨西哥"),
  region(
    "cn-nanjing",
    "华东5（南京-本地地域）",
    "China (Nanjing - Local Region)",
    "gc7",
    "nj",
    "南京",
  ),
  region(
    "cn-fuzhou",
    "华东6（福州-本地地域）",
    "China (Fuzhou - Local Region)",
    "gw0",
    "fz",
    "福州",
  ),
  region(
    "cn-wuhan-lr",
    "华中1（武汉-本地地域）",
    "China (Wuhan - Local Region)",
    "n4a",
    "wh",
    "武汉",
  ),
  region(
    "cn-zhengzhou-jva",
    "郑州（联通合营）",
    "China (Zhengzhou - Joint Venture)",
    "q3k",
    "zz",
    "郑州",
  ),
  region(
    "cn-beijing-finance-1",
    "华北2 金融云",
    "China (Beijing Finance Cloud)",
    "2zf",
    "bjf",
    "北京",
  ),
  region(
    "cn-shanghai-finance-1",
    "华东2 金融云",
    "China (Shanghai Finance Cloud)",
    "uf7",
    "shf",
    "上海",
  ),
  region(
    "cn-shenzhen-finance-1",
    "华南1 金融云",
    "China (Shenzhen Finance Cloud)",
    "wz0",
    "szf",
    "深圳",
  ),
  region("ap-southeast-2", "澳大利亚（悉尼）", "Australia (Sydney)", "p0w", "syd", "悉尼"),
  region("ap-south-1", "印度（孟买）", "India (Mumbai)", "a2d", "bom", "孟买"),
  region("cn-heyuan-acdr-1", "华南2 专属", "China (Heyuan ACDR)", "f90", "hya", "河源"),
  region("me-central-1", "沙特（利雅得）", "Saudi Arabia (Riyadh)", "l4v", "ruh", "利雅得"),
];

/** Alibaba's SDKs: cn-hangzhou is served by the central endpoint, the others by their own. */
export function endpointOf(regionId: string): string {
  return regionId === "cn-hangzhou" ? "vpc.aliyuncs.com" : `vpc.${regionId}.aliyuncs.com`;
}
