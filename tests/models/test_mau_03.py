"""Form 03 (Mẫu số 03) is said whole by the kinds: each field of its four tables, each value of its lists."""

from typing import Final

import pytest

import eaframe
from eaframe.metamodel.kinds import CORE_ELEMENT_KEYS, CORE_RELATIONSHIP_KEYS, Attribute, Kind

OPTIONS: Final = (
    *("Tiếp tục sử dụng", "Chuẩn hóa/kết nối/tích hợp", "Nâng cấp/mở rộng", "Hợp nhất/tổ chức lại"),
    *("Thay thế/kết thúc", "Bổ sung mới"),
)
OBJECTS: Final = (
    *("information-system", "data-centre", "wide-area-network", "database", "open-data-set", "public-service", "api"),
)
RELATIONS: Final = ("data-exchange", "service-use", "technical-connection", "dependency")
MAPPINGS: Final = ("framework-mapping", "framework-reference")
GIVEN: Final = ()  # a field of which the form gives no list

# Field of the form -> where a model says it, and the values that the form gives.
TABLE_1: Final = {
    "Mã đối tượng": ("local-code", GIVEN),
    "Loại bản ghi": ("record-type", ("Bản ghi gốc", "Bản ghi tham chiếu")),
    "Mã định danh gốc/mã nguồn": ("source-code", GIVEN),
    "Tên đối tượng": ("name", GIVEN),
    "Loại đối tượng": (
        "object-type",
        (
            *(
                "Thành phần logic",
                "Hạ tầng số",
                "Hệ thống số/hệ thống thông tin",
                "Nền tảng số",
                "CSDL/tài sản dữ liệu",
            ),
            *("Dịch vụ số", "Loại khác"),
        ),
    ),
    "Lớp kiến trúc/thành phần xuyên suốt": (
        "framework-layer",
        (
            *("Hạ tầng số và an ninh mạng dùng chung", "Dữ liệu và nền tảng lõi", "Ứng dụng và nghiệp vụ dùng chung"),
            *("Kênh tương tác và đo lường hiệu quả", "Quản trị, điều phối và giám sát"),
            *("Tiêu chuẩn, quy chuẩn và yêu cầu kỹ thuật chung", "Ưu tiên ứng dụng trí tuệ nhân tạo (AI First)"),
            "Lấy dữ liệu làm trung tâm (Data-Centric)",
        ),
    ),
    "Thành phần trong lớp": (
        "framework-component",
        (
            *("Hạ tầng số", "An ninh mạng", "Dữ liệu", "Nền tảng lõi", "Ứng dụng và nghiệp vụ dùng chung"),
            *("Kênh tương tác", "Đo lường hiệu quả", "Không áp dụng"),
        ),
    ),
    "Trạng thái mô hình": ("model-state", ("Hiện trạng", "Mục tiêu", "Đồng thời hiện trạng và mục tiêu")),
    "Phạm vi sử dụng": (
        "usage-scope",
        (
            *("Quốc gia", "Ngành, lĩnh vực", "Liên tỉnh", "Cấp bộ", "Cấp tỉnh", "Cơ quan/tổ chức", "Đơn vị", "Cấp xã"),
            "Nhóm người dùng",
        ),
    ),
    "Phạm vi/hình thức dùng chung": (
        "sharing-scope",
        (
            "Dùng chung quốc gia cho các ngành, lĩnh vực - Nhóm A",
            "Dùng chung quốc gia cho ngành, lĩnh vực - Nhóm B",
            *("Dùng chung cấp bộ", "Dùng chung cấp tỉnh", "Dùng chung nội bộ", "Dùng riêng/đặc thù", "Không áp dụng"),
        ),
    ),
    "Cơ quan chủ quản": ("owner", GIVEN),
    "Đơn vị vận hành": ("operator", GIVEN),
    "Đầu mối kỹ thuật/vận hành": ("technical-contact", GIVEN),
    "Chủ quản dữ liệu": ("data-owner", GIVEN),
    "Trạng thái vòng đời": (
        "lifecycle",
        (
            *("Dự kiến", "Đang xây dựng", "Thử nghiệm", "Đang vận hành", "Nâng cấp", "Hợp nhất", "Thay thế"),
            *("Tạm dừng (trạng thái khác)", "Kết thúc sử dụng"),
        ),
    ),
    "Tình trạng khai thác tại cơ quan": (
        "exploitation",
        (
            *("Chưa khai thác", "Đang kết nối", "Đang khai thác", "Khai thác một phần", "Tạm dừng"),
            "Không còn sử dụng",
        ),
    ),
    "Phương án hoàn thiện": ("completion-option", OPTIONS),
    "Nguồn/minh chứng": ("evidence", GIVEN),
    "Đầu mối xác nhận": ("confirming-contact", GIVEN),
    "Ghi chú": ("remarks", GIVEN),
}
# What is exchanged or used has a field of its own for each kind of relation: see the test of its own.
TABLE_2: Final = {
    "Mã quan hệ": ("relation-code", GIVEN),
    "Đối tượng nguồn": ("from", GIVEN),
    "Loại quan hệ": (
        "relation-type",
        (
            *("Kết nối kỹ thuật", "Trao đổi dữ liệu", "Sử dụng dịch vụ", "Phụ thuộc", "Dùng chung", "Kế thừa"),
            "Quan hệ khác",
        ),
    ),
    "Đối tượng đích": ("to", GIVEN),
    "Trạng thái": (
        "relation-state",
        (
            *("Đang khai thác", "Chưa kết nối", "Đang nâng cấp", "Dự kiến", "Thử nghiệm", "Kết thúc"),
            "Trạng thái khác",
        ),
    ),
    "Tần suất/mức dịch vụ": ("service-level", GIVEN),
    "Căn cứ/nguồn xác nhận": ("legal-basis", GIVEN),
    "Phân loại và yêu cầu bảo vệ dữ liệu": ("protection-requirements", GIVEN),
    "Phân loại dữ liệu": ("protection-class", ("Công cộng", "Riêng", "Cá nhân", "Bí mật nhà nước")),
    "Cơ quan phối hợp": ("coordination-unit", GIVEN),
    "Đầu mối phối hợp": ("coordination-contact", GIVEN),
    "Ghi chú": ("remarks", GIVEN),
}
# The object is the source of the relationship; the three columns for blocks are its target, by the target's kind.
TABLE_3: Final = {
    "Mã đối tượng": ("from", GIVEN),
    "Mô hình khái quát": ("to", GIVEN),
    "Mô hình thành phần do cơ quan triển khai": ("to", GIVEN),
    "Kiến trúc cấp xã": ("to", GIVEN),
    "Khung/tài liệu nguồn": ("source-document", GIVEN),
    "Cơ quan ban hành/chủ quản tài liệu nguồn": ("source-issuer", GIVEN),
    "Phiên bản/ngày hiệu lực của tài liệu nguồn": ("source-version", GIVEN),
    "Mã/tên đối tượng nguồn": ("source-object", GIVEN),
    "Quan hệ ánh xạ": (
        "mapping-relation",
        ("Kế thừa nguyên trạng", "Cụ thể hóa", "Mở rộng", "Tham chiếu", "Tương đương", "Chưa ánh xạ"),
    ),
    "Vị trí trong Mẫu số 01": ("place-in-form-01", GIVEN),
    "Vị trí trong Mẫu số 02": ("place-in-form-02", GIVEN),
    "Kết quả đối chiếu/ghi chú": ("mapping-result", GIVEN),
}
TABLE_4_CONTENT: Final = {
    "Mã nội dung": ("local-code", GIVEN),
    "Hiện trạng": ("as-is", GIVEN),
    "Yêu cầu cần đạt": ("requirement", GIVEN),
    "Nội dung cần hoàn thiện": ("content", GIVEN),
    "Phương án xử lý ở mức kiến trúc": ("completion-option", OPTIONS),
    "Phạm vi quản trị": ("governance-scope", ("Quản lý trực tiếp", "Phối hợp tại ranh giới liên thông")),
}
TABLE_4_TASK: Final = {
    "Mã nhiệm vụ chuyển đổi kiến trúc": ("local-code", GIVEN),
    "Tên/mục tiêu nhiệm vụ chuyển đổi kiến trúc": ("name", GIVEN),
    "Kết quả kiến trúc cần đạt": ("result", GIVEN),
    "Cơ quan/đơn vị chủ trì nhiệm vụ chuyển đổi kiến trúc": ("owner", GIVEN),
    "Cơ quan phối hợp": ("coordinating-units", GIVEN),
    "Mức ưu tiên": ("priority", ("Cao", "Trung bình", "Thấp")),
    "Phụ thuộc": ("depends-on", GIVEN),
    "Giai đoạn chuyển đổi dự kiến": ("start", GIVEN),
    "Thời hạn": ("deadline", GIVEN),
    "Nguồn lực dự kiến": ("resources", GIVEN),
    "Tình trạng cụ thể hóa nhiệm vụ": (
        "concretisation",
        (
            *("Mới xác định tại Khung", "Đã đưa vào chương trình/kế hoạch"),
            *("Đã được giao nhiệm vụ hoặc phê duyệt đề án, dự án", "Thực hiện trong hoạt động thường xuyên"),
        ),
    ),
    "Chương trình/kế hoạch/đề án/nhiệm vụ/dự án liên quan": ("related-programme", GIVEN),
    "Tiến độ thực hiện": ("progress", GIVEN),
    "Tiêu chí và nguồn dữ liệu kiểm chứng kết quả kiến trúc": ("verification", GIVEN),
    "Mức sẵn sàng dữ liệu": ("data-readiness", ("Đầy đủ", "Chưa đầy đủ", "Chưa có", "Không áp dụng")),
    "Trạng thái thực hiện": (
        "execution-state",
        (
            *("Chưa thực hiện", "Đang thực hiện", "Chậm", "Điều chỉnh", "Hoàn thành - chờ kiểm chứng"),
            *("Hoàn thành - đã kiểm chứng", "Tạm dừng", "Dừng"),
        ),
    ),
    "Ghi chú": ("remarks", GIVEN),
}
TABLES: Final = {
    **dict.fromkeys(OBJECTS, TABLE_1),
    **dict.fromkeys(RELATIONS, TABLE_2),
    **dict.fromkeys(MAPPINGS, TABLE_3),
    "content-to-complete": TABLE_4_CONTENT,
    "transition-task": TABLE_4_TASK,
}
SAID = """\
eaframe: 1
name: T
namespace: test
imports: [vn-2026]
"""


@pytest.fixture
def kinds(workspace) -> dict[str, Kind]:
    """The kinds that a model which imports the library has, by short name."""
    loaded = eaframe.load(workspace({"eaframe.yaml": SAID}), today=20261123)
    return {id_.rpartition(":")[2]: kind for id_, kind in loaded.model.kinds.items()}


def in_vietnamese(attribute: Attribute) -> tuple[str, ...]:
    """The words of an enum, or of the items of a list of them."""
    enum = attribute.of or attribute
    return tuple(enum.words[word]["vi"] for word in enum.allowed) if enum.words else ()


@pytest.mark.parametrize("kind", TABLES)
def test_each_field_of_the_form_is_said_by_one_key_with_the_values_of_the_form(kind, kinds):
    core = CORE_RELATIONSHIP_KEYS if kinds[kind].is_relationship else CORE_ELEMENT_KEYS
    attributes = kinds[kind].attributes
    said = {
        field: (key, in_vietnamese(attributes[key]) if key in attributes else ())
        for field, (key, _) in TABLES[kind].items()
        if key in attributes or key in core
    }
    assert said == TABLES[kind]


@pytest.mark.parametrize(
    ("kind", "key", "label"),
    [("data-exchange", "data-group", "Nhóm dữ liệu"), ("service-use", "used-service", "Dịch vụ")],
)
def test_what_is_exchanged_or_used_must_be_said(kind, key, label, kinds):
    attribute = kinds[kind].attributes[key]
    assert (attribute.required, attribute.label["vi"]) == (True, label)


@pytest.mark.parametrize("kind", ["data-exchange", "service-use"])
def test_the_channels_that_the_form_names_can_be_said(kind, kinds):
    channels = {"NDXP", "NDOP", "LGSP", "LDOP", "API", "Trục liên thông văn bản", "Kết nối chuyên dùng"}
    assert channels <= set(in_vietnamese(kinds[kind].attributes["channel"]))


@pytest.mark.parametrize(
    ("kind", "key", "default"),
    [
        *(
            ("information-system", "object-type", "digital-system"),
            ("data-centre", "object-type", "digital-infrastructure"),
        ),
        *(("wide-area-network", "object-type", "digital-infrastructure"), ("database", "object-type", "data-asset")),
        *(("open-data-set", "object-type", "data-asset"), ("public-service", "object-type", "digital-service")),
        *(("api", "object-type", "digital-service"), ("data-exchange", "relation-type", "data-exchange")),
        *(("service-use", "relation-type", "service-use"), ("dependency", "relation-type", "dependency")),
        ("technical-connection", "relation-type", "technical-connection"),
    ],
)
def test_what_follows_from_a_kind_need_not_be_said(kind, key, default, kinds):
    assert kinds[kind].attributes[key].default == default


def test_what_the_author_of_the_model_decides_cannot_be_unknown(kinds):
    decided = {
        (kind, key)
        for kind in TABLES
        for key, attribute in kinds[kind].attributes.items()
        if not attribute.unknown and key in {one for one, _ in TABLES[kind].values()}
    }
    of_objects = ("local-code", "object-type", "framework-layer", "framework-component", "model-state")
    assert decided == {
        *((kind, key) for kind in OBJECTS for key in of_objects),
        *((kind, "relation-type") for kind in RELATIONS),
        *((kind, "mapping-relation") for kind in MAPPINGS),
        *(("content-to-complete", key) for key in ("local-code", "completion-option")),
        ("transition-task", "local-code"),
    }


def test_an_unknown_local_code_is_refused_and_an_unknown_source_code_needs_a_unit_and_a_day(found):
    model = """\
elements:
  office: {type: agency, name: Office, documentation: An office., evidence: [{grade: modelled}]}
  a: {type: database, name: A, local-code: {unknown: {by: office, until: 2027-01-01}}}
  b: {type: database, name: B, source-code: {unknown: {by: office}}}
  c: {type: database, name: C, source-code: {unknown: {by: office, until: 2027-01-01}}}
"""
    rows = found({"eaframe.yaml": SAID, "model.yaml": model})
    reading = [
        (code, line) for code, severity, _, line, _ in rows if severity == "error" and code[:3] in {"MOD", "SRC"}
    ]
    assert reading == [("MOD010", 3), ("SRC018", 4)]
