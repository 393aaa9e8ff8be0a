from eaframe.documents.places import places_of


def test_a_view_whose_id_is_no_slug_gets_a_page_of_its_own_in_the_same_folder(edition) -> None:
    model = edition().whole.model
    pages = places_of(model, (), ["../../x", "x", "Đất đai", "dat-dai", "/etc/passwd", "con", "x y", "x-y"]).views
    assert pages == {
        "x": "view-x.html",
        "dat-dai": "view-dat-dai.html",
        "x-y": "view-x-y.html",
        "../../x": "view-x-2.html",
        "/etc/passwd": "view-etc-passwd.html",
        "con": "view-con-1.html",
        "x y": "view-x-y-2.html",
        "Đất đai": "view-dat-dai-2.html",
    }


def test_what_is_of_a_library_is_shown_only_where_it_matters(workspace) -> None:
    import eaframe
    from eaframe.cli.build import edition_of

    root = workspace(
        {
            "eaframe.yaml": "eaframe: 1\nname: City\nnamespace: city\nimports: [./library]\n",
            "model.yaml": "elements: {a: {type: goal, name: A, documentation: A., influences: 'lib:near'}}\n",
            "library/eaframe.yaml": "eaframe: 1\nname: Library\nnamespace: lib\n",
            "library/model.yaml": "elements:\n"
            "  near: {type: goal, name: Near, documentation: N., influences: far}\n"
            "  far: {type: goal, name: Far, documentation: F.}\n",
        }
    )
    edition = edition_of(eaframe.load(root, today=20261123), "")
    assert edition.places.elements == {"a": "layer-motivation.html#a", "lib:near": "layer-motivation.html#lib:near"}
